//! Common names of families here. Given names and their frequencies are the Office for National
//! Statistics' baby names for England and Wales, 2018 to 2020, licensed under the Open Government
//! Licence v3.0; surnames are common ones of the families who live here, of every origin, with a
//! rough weight.

use crate::base::fault::Fault;
use rand::RngExt;
use rand::rngs::StdRng;

const GIVEN: &str = include_str!("given_names.csv");

/// Names of parents born around 1990 that are rare among babies now, some in their own scripts.
const PARENTS: &[(&str, u32)] = &[
    ("Sarah", 90),
    ("Laura", 80),
    ("Gemma", 60),
    ("Emma", 90),
    ("Rebecca", 70),
    ("Claire", 50),
    ("Stacey", 40),
    ("Kelly", 45),
    ("Lisa", 45),
    ("Natalie", 45),
    ("Hayley", 35),
    ("Siân", 8),
    ("Siobhan", 12),
    ("Zoë", 15),
    ("Chloë", 8),
    ("Renée", 5),
    ("Aoife", 8),
    ("Niamh", 10),
    ("Fatima", 30),
    ("Shabnam", 12),
    ("Nasreen", 14),
    ("Shazia", 16),
    ("Rukhsana", 10),
    ("Priya", 18),
    ("Anjali", 10),
    ("Sunita", 10),
    ("Harpreet", 10),
    ("Jaspreet", 8),
    ("Agnieszka", 14),
    ("Małgorzata", 8),
    ("Katarzyna", 12),
    ("Łukasz", 8),
    ("Paweł", 8),
    ("Oluwaseun", 6),
    ("Chidinma", 6),
    ("Ngozi", 8),
    ("Adwoa", 5),
    ("Abimbola", 5),
    ("Olena", 8),
    ("Oksana", 7),
    ("Ioana", 9),
    ("Ștefan", 4),
    ("José", 5),
    ("João", 4),
    ("Nguyễn", 3),
    ("Xin Yi", 4),
    ("Wai Ling", 4),
    ("Hiu Ying", 4),
    ("Maryam", 16),
    ("Hodan", 6),
    ("Ayaan", 8),
    ("Mohammed", 40),
    ("Mohammad", 25),
    ("Muhammad", 30),
    ("Imran", 20),
    ("Stephen", 25),
    ("Steven", 25),
    ("Katherine", 20),
    ("Catherine", 20),
    ("Kathryn", 10),
    ("Darren", 25),
    ("Gareth", 20),
    ("Craig", 25),
    ("Paul", 35),
    ("Mark", 35),
    ("Lee", 30),
];

const SURNAMES: &[(&str, u32)] = &[
    ("Smith", 120),
    ("Jones", 90),
    ("Taylor", 75),
    ("Brown", 70),
    ("Williams", 65),
    ("Wilson", 55),
    ("Johnson", 50),
    ("Davies", 50),
    ("Robinson", 45),
    ("Wright", 42),
    ("Thompson", 42),
    ("Evans", 40),
    ("Walker", 42),
    ("White", 38),
    ("Roberts", 38),
    ("Green", 38),
    ("Hall", 36),
    ("Wood", 36),
    ("Jackson", 36),
    ("Clarke", 36),
    ("Clark", 24),
    ("Hughes", 32),
    ("Harris", 28),
    ("Turner", 30),
    ("Martin", 28),
    ("Cooper", 28),
    ("Ward", 26),
    ("Morris", 26),
    ("Hill", 26),
    ("Moore", 26),
    ("Lewis", 24),
    ("Shaw", 22),
    ("Bennett", 20),
    ("Carter", 20),
    ("Kelly", 22),
    ("Murphy", 20),
    ("O'Brien", 16),
    ("O'Connor", 12),
    ("O'Neill", 12),
    ("Doherty", 10),
    ("Gallagher", 10),
    ("Byrne", 10),
    ("Ryan", 12),
    ("MacDonald", 10),
    ("McDonald", 8),
    ("Mc Carthy", 3),
    ("McKenzie", 6),
    ("Campbell", 14),
    ("Stewart", 12),
    ("Stuart", 5),
    ("Smyth", 4),
    ("Smythe", 2),
    ("Whittaker", 8),
    ("Whitaker", 6),
    ("Ashworth", 8),
    ("Barlow", 10),
    ("Entwistle", 5),
    ("Ogden", 6),
    ("Schofield", 8),
    ("Warburton", 7),
    ("Hargreaves", 7),
    ("Bradshaw", 8),
    ("Fletcher", 9),
    ("Khan", 60),
    ("Hussain", 48),
    ("Ahmed", 46),
    ("Ahmad", 10),
    ("Ali", 46),
    ("Begum", 30),
    ("Akhtar", 20),
    ("Bibi", 18),
    ("Malik", 18),
    ("Iqbal", 16),
    ("Mahmood", 14),
    ("Shah", 14),
    ("Mirza", 8),
    ("Chaudhry", 6),
    ("Choudhury", 6),
    ("Chowdhury", 8),
    ("Rahman", 14),
    ("Uddin", 8),
    ("Miah", 8),
    ("Islam", 10),
    ("Khatun", 8),
    ("Patel", 40),
    ("Shaikh", 5),
    ("Sharma", 10),
    ("Gupta", 6),
    ("Desai", 4),
    ("Mistry", 5),
    ("Singh", 26),
    ("Kaur", 22),
    ("Gill", 8),
    ("Sandhu", 5),
    ("Dhillon", 4),
    ("Nair", 4),
    ("Thomas", 16),
    ("Mathew", 6),
    ("Fernandes", 4),
    ("De Souza", 3),
    ("Perera", 4),
    ("Chan", 8),
    ("Chen", 8),
    ("Cheung", 6),
    ("Wong", 8),
    ("Leung", 6),
    ("Lam", 5),
    ("Li", 6),
    ("Wang", 6),
    ("Zhang", 5),
    ("Nguyen", 5),
    ("Tran", 3),
    ("Nowak", 10),
    ("Kowalski", 6),
    ("Kowalska", 6),
    ("Wiśniewski", 4),
    ("Wójcik", 4),
    ("Zieliński", 3),
    ("Lewandowska", 3),
    ("Szymańska", 3),
    ("Kovács", 2),
    ("Horváth", 3),
    ("Popescu", 4),
    ("Ionescu", 3),
    ("Dumitru", 3),
    ("Petrov", 2),
    ("Koval", 3),
    ("Shevchenko", 3),
    ("Melnyk", 2),
    ("Kazlauskas", 2),
    ("Silva", 4),
    ("Santos", 4),
    ("Pereira", 3),
    ("Gonçalves", 2),
    ("García", 3),
    ("Rodríguez", 3),
    ("Muñoz", 2),
    ("Rossi", 2),
    ("Müller", 2),
    ("Papadopoulos", 2),
    ("Yılmaz", 3),
    ("Demir", 2),
    ("Okafor", 8),
    ("Okoye", 5),
    ("Eze", 5),
    ("Adeyemi", 7),
    ("Ogunleye", 4),
    ("Olatunji", 4),
    ("Balogun", 4),
    ("Mensah", 8),
    ("Boateng", 6),
    ("Owusu", 7),
    ("Asante", 5),
    ("Osei", 5),
    ("Kamara", 4),
    ("Sesay", 3),
    ("Mohamed", 8),
    ("Abdi", 7),
    ("Hassan", 12),
    ("Ibrahim", 7),
    ("Warsame", 3),
    ("Yusuf", 5),
    ("Osman", 4),
    ("Tesfaye", 3),
    ("Ghebremedhin", 1),
    ("Moyo", 4),
    ("Ndlovu", 4),
    ("Dube", 3),
    ("Al-Hassan", 3),
    ("Al Mansour", 2),
    ("Haddad", 3),
    ("Karimi", 3),
    ("Ahmadi", 3),
    ("Rezaei", 2),
    ("Hosseini", 3),
    ("Barzani", 2),
    ("Joseph", 8),
    ("Francis", 7),
    ("Baptiste", 3),
    ("St John", 1),
    ("Cohen", 5),
    ("Levy", 4),
    ("Goldstein", 2),
    ("Smith-Jones", 2),
    ("Taylor-Khan", 1),
    ("van der Berg", 1),
    ("Lee", 20),
    ("Loveridge", 2),
];

/// Names to draw from.
pub struct Names {
    girls: Weighted,
    boys: Weighted,
    parents: Weighted,
    surnames: Weighted,
}

/// Names with their cumulative weights.
struct Weighted(Vec<(&'static str, u32)>);

impl Weighted {
    fn new(names: impl Iterator<Item = (&'static str, u32)>) -> Weighted {
        let mut end = 0;
        let mut along = Vec::new();
        for (name, weight) in names {
            end += weight;
            along.push((name, end));
        }
        Weighted(along)
    }

    fn draw(&self, draw: &mut StdRng) -> &'static str {
        let length = self.0.last().map_or(1, |(_, end)| *end);
        let point = draw.random_range(0..length);
        let at = self.0.partition_point(|(_, end)| *end <= point);
        self.0.get(at).map_or("Sam", |(name, _)| name)
    }
}

impl Names {
    /// The lists the program carries.
    pub fn read() -> Result<Names, Fault> {
        let mut given = Vec::new();
        for line in GIVEN.lines().skip(1) {
            let mut fields = line.split(',');
            let (Some(name), Some(sex), Some(Ok(born))) =
                (fields.next(), fields.next(), fields.next().map(str::parse::<u32>))
            else {
                return Err(Fault::internal(format!("not a given name: {line}")));
            };
            given.push((name, sex, born));
        }
        let of = |wanted: &'static str| {
            let of_sex = given.iter().filter(move |(_, sex, _)| *sex == wanted);
            Weighted::new(of_sex.map(|(name, _, born)| (*name, *born)))
        };
        // A third of the parents have a name that babies have now.
        let weight: u32 = PARENTS.iter().map(|(_, weight)| weight).sum();
        let of_babies = given.iter().take(200).map(|(name, _, _)| (*name, weight / 400));
        Ok(Names {
            girls: of("F"),
            boys: of("M"),
            parents: Weighted::new(PARENTS.iter().copied().chain(of_babies)),
            surnames: Weighted::new(SURNAMES.iter().copied()),
        })
    }

    pub fn baby(&self, draw: &mut StdRng) -> &'static str {
        if draw.random_bool(0.487) { self.girls.draw(draw) } else { self.boys.draw(draw) }
    }

    pub fn parent(&self, draw: &mut StdRng) -> &'static str {
        self.parents.draw(draw)
    }

    pub fn surname(&self, draw: &mut StdRng) -> &'static str {
        self.surnames.draw(draw)
    }
}
