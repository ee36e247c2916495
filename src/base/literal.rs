//! Words of a closed set stand in a statement as they are, not as a value that is sent along: an
//! index over some rows alone (`WHERE holds = 'waits'`) serves only a query that says the same, and
//! SQLite would plan a query again for each value it is given.

use diesel::backend::Backend;
use diesel::expression::{
    AppearsOnTable, Expression, SelectableExpression, TypedExpressionType, ValidGrouping,
    is_aggregate,
};
use diesel::prelude::*;
use diesel::query_builder::{AstPass, QueryFragment, QueryId};
use diesel::sql_types::SqlType;
use std::marker::PhantomData;

/// One of our own words, of letters and underscores.
#[derive(Clone, Copy, Debug)]
pub struct Literal<ST>(&'static str, PhantomData<ST>);

impl<ST> Literal<ST> {
    pub(crate) fn of(word: &'static str) -> Literal<ST> {
        Literal(word, PhantomData)
    }
}

impl<ST: SqlType + TypedExpressionType> Expression for Literal<ST> {
    type SqlType = ST;
}

impl<ST, DB: Backend> QueryFragment<DB> for Literal<ST> {
    fn walk_ast<'b>(&'b self, mut out: AstPass<'_, 'b, DB>) -> QueryResult<()> {
        out.push_sql("'");
        out.push_sql(self.0);
        out.push_sql("'");
        Ok(())
    }
}

impl<ST> QueryId for Literal<ST> {
    type QueryId = ();
    const HAS_STATIC_QUERY_ID: bool = false;
}

impl<ST, Grouped> ValidGrouping<Grouped> for Literal<ST> {
    type IsAggregate = is_aggregate::Never;
}

impl<ST, From> SelectableExpression<From> for Literal<ST> where Literal<ST>: Expression {}

impl<ST, From> AppearsOnTable<From> for Literal<ST> where Literal<ST>: Expression {}

/// A word that is named is a literal; one that is part of a row is a value.
macro_rules! literals {
    ($name:ident) => {
        impl diesel::expression::AsExpression<diesel::sql_types::Text> for $name {
            type Expression = $crate::base::literal::Literal<diesel::sql_types::Text>;

            fn as_expression(self) -> Self::Expression {
                $crate::base::literal::Literal::of(self.as_str())
            }
        }

        impl diesel::expression::AsExpression<diesel::sql_types::Nullable<diesel::sql_types::Text>>
            for $name
        {
            type Expression = $crate::base::literal::Literal<
                diesel::sql_types::Nullable<diesel::sql_types::Text>,
            >;

            fn as_expression(self) -> Self::Expression {
                $crate::base::literal::Literal::of(self.as_str())
            }
        }

        impl diesel::expression::AsExpression<diesel::sql_types::Text> for &$name {
            type Expression = <&'static str as diesel::expression::AsExpression<
                diesel::sql_types::Text,
            >>::Expression;

            fn as_expression(self) -> Self::Expression {
                diesel::expression::AsExpression::<diesel::sql_types::Text>::as_expression(
                    self.as_str(),
                )
            }
        }

        impl diesel::expression::AsExpression<diesel::sql_types::Nullable<diesel::sql_types::Text>>
            for &$name
        {
            type Expression = <&'static str as diesel::expression::AsExpression<
                diesel::sql_types::Nullable<diesel::sql_types::Text>,
            >>::Expression;

            fn as_expression(self) -> Self::Expression {
                diesel::expression::AsExpression::<
                    diesel::sql_types::Nullable<diesel::sql_types::Text>,
                >::as_expression(self.as_str())
            }
        }
    };
}

pub(crate) use literals;
