//! Where a postcode is, and which of several places is nearest: enough to put centres in order, not to
//! say how far somebody walks.

/// In millionths of a degree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Position {
    pub latitude: i32,
    pub longitude: i32,
}

/// A degree of latitude, in metres.
const DEGREE: f64 = 111_195.0;

const MILLION: f64 = 1e6;

impl Position {
    /// Of two cells in degrees; `None` where they are empty, or say that it is nowhere.
    pub(crate) fn read(
        latitude: Option<String>,
        longitude: Option<String>,
    ) -> Result<Option<Position>, String> {
        let Some((latitude, longitude)) = latitude.zip(longitude) else { return Ok(None) };
        let degrees = |text: &str| {
            let number = text.parse::<f64>().ok().filter(|number| number.is_finite());
            number.ok_or_else(|| format!("\"{text}\" is not a number of degrees"))
        };
        let (north, east) = (degrees(&latitude)?, degrees(&longitude)?);
        if north.abs() > 90.0 || east.abs() > 180.0 {
            return Ok(None);
        }
        // Within those bounds it is far from the end of what fits.
        #[allow(clippy::cast_possible_truncation, reason = "both are small enough")]
        let millionths = |degrees: f64| (degrees * MILLION).round() as i32;
        Ok(Some(Position { latitude: millionths(north), longitude: millionths(east) }))
    }

    /// As the crow flies, for places of one county.
    pub(crate) fn metres_to(self, other: Position) -> u32 {
        let degrees = |millionths: i32| f64::from(millionths) / MILLION;
        let north = degrees(other.latitude) - degrees(self.latitude);
        let narrows = degrees(self.latitude).to_radians().cos();
        let east = (degrees(other.longitude) - degrees(self.longitude)) * narrows;
        let metres = north.hypot(east) * DEGREE;
        // Half the earth around is 20 million.
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "it is small")]
        let metres = metres.round() as u32;
        metres
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_mile_is_a_mile_to_the_north_and_to_the_east() {
        let here = Position { latitude: 53_465_578, longitude: -2_260_460 };
        // A sixtieth of a degree of latitude is a nautical mile, 1,852 m.
        let north = Position { latitude: here.latitude + 16_667, ..here };
        // At this latitude, a degree of longitude is 66.2 km.
        let east = Position { longitude: here.longitude + 100_000, ..here };
        assert!(here.metres_to(north).abs_diff(1_852) < 5, "{}", here.metres_to(north));
        assert!(here.metres_to(east).abs_diff(6_620) < 10, "{}", here.metres_to(east));
        assert_eq!(here.metres_to(here), 0);
    }
}
