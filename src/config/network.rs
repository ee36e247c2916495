//! The networks of proxies we trust, written `10.0.0.0/8`, `fd00::/8` or as one address, and the one
//! question asked of them: who is the caller behind those proxies?

use ipnet::IpNet;
use std::net::{AddrParseError, IpAddr};
use std::str::FromStr;

/// Addresses that share their first bits.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network(IpNet);

impl FromStr for Network {
    type Err = AddrParseError;

    fn from_str(text: &str) -> Result<Self, AddrParseError> {
        text.parse().or_else(|_| text.parse::<IpAddr>().map(IpNet::from)).map(Network)
    }
}

impl Network {
    pub fn contains(&self, address: IpAddr) -> bool {
        // A socket bound to `::` reports 10.0.0.1 as ::ffff:10.0.0.1.
        self.0.contains(&address.to_canonical())
    }
}

/// The nearest address that is not a trusted proxy: `forwarded` is `X-Forwarded-For`, read from its
/// end, where the proxies we trust wrote; everything before the first untrusted address is only
/// that sender's claim and is ignored.
pub(crate) fn caller(peer: IpAddr, forwarded: &str, trusted: &[Network]) -> IpAddr {
    let mut nearest = peer.to_canonical();
    for hop in forwarded.rsplit(',').map(str::trim) {
        if !trusted.iter().any(|network| network.contains(nearest)) {
            break;
        }
        match hop.parse::<IpAddr>() {
            Ok(address) => nearest = address.to_canonical(),
            Err(_) => break,
        }
    }
    nearest
}

#[cfg(test)]
mod tests {
    use super::{Network, caller};

    fn trusted() -> Vec<Network> {
        ["10.0.0.0/8", "::1", "fd00::/8"].iter().map(|text| text.parse().unwrap()).collect()
    }

    #[test]
    fn a_range_is_its_first_bits() {
        let cases = [
            ("10.0.0.0/8", "10.255.0.1", true),
            ("10.0.0.0/8", "11.0.0.1", false),
            ("10.0.0.0/8", "::ffff:10.1.2.3", true),
            ("0.0.0.0/0", "203.0.113.9", true),
            ("::/0", "2001:db8::1", true),
            ("0.0.0.0/0", "2001:db8::1", false),
            ("192.0.2.1", "192.0.2.1", true),
            ("192.0.2.1", "192.0.2.2", false),
            ("fd00::/8", "fd12::1", true),
            ("fd00::/8", "fe80::1", false),
        ];
        for (network, address, inside) in cases {
            let network: Network = network.parse().unwrap();
            assert_eq!(network.contains(address.parse().unwrap()), inside, "{address}");
        }
        for text in ["", "10.0.0.0/33", "::/129", "ten", "10.0.0.0/x", "/8"] {
            assert!(text.parse::<Network>().is_err(), "{text}");
        }
    }

    #[test]
    fn a_forwarded_address_counts_only_from_a_trusted_proxy() {
        let cases = [
            ("203.0.113.9", "198.51.100.1", "203.0.113.9"),
            ("10.0.0.1", "198.51.100.1", "198.51.100.1"),
            ("10.0.0.1", "6.6.6.6, 198.51.100.1", "198.51.100.1"),
            ("10.0.0.1", "198.51.100.1, 10.0.0.2", "198.51.100.1"),
            ("10.0.0.1", "", "10.0.0.1"),
            ("10.0.0.1", "unknown", "10.0.0.1"),
            ("::ffff:10.0.0.1", "2001:db8::1", "2001:db8::1"),
        ];
        for (peer, forwarded, who) in cases {
            let found = caller(peer.parse().unwrap(), forwarded, &trusted());
            assert_eq!(found.to_string(), who, "{peer} {forwarded}");
        }
    }
}
