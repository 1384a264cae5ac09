//! Finding a table on the local network by name, without anybody typing an address (mDNS, RFC 6762 and 6763).
//!
//! What is announced is nobody's word but the network's: whoever is in the room can announce anything. So
//! it says only where to try; that it is the right host there is for the ticket's mark to tell ([`Pin`]).

use std::collections::BTreeMap;
use std::net::{Ipv4Addr, SocketAddrV4};
use std::time::{Duration, Instant};

use mdns_sd::{
    DaemonEvent, IfKind, Receiver, ResolvedService, ServiceDaemon, ServiceEvent, ServiceInfo,
};

use super::ticket::Pin;

/// What a table is called among the services of a network.
const SERVICE: &str = "_liaison._tcp.local.";
/// The port of mDNS.
const PORT: u16 = 5353;
/// Tables that are remembered: a network may announce any number.
const MOST: usize = 64;
/// Longest name and title, in bytes: they go into one string of at most 255.
const LONGEST: usize = 180;

/// How far announcing and finding go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Reach {
    port: u16,
    loopback_only: bool,
}

impl Reach {
    /// The networks that this computer is in.
    pub const ROOM: Self = Self {
        port: PORT,
        loopback_only: false,
    };

    /// This computer alone, at another port than all the world's.
    #[must_use]
    pub fn within(port: u16) -> Self {
        Self {
            port,
            loopback_only: true,
        }
    }

    fn open(self) -> Result<ServiceDaemon, String> {
        let daemon = ServiceDaemon::new_with_port(self.port).map_err(|e| e.to_string())?;
        let narrow = || {
            daemon.disable_interface(IfKind::IPv6)?;
            if self.loopback_only {
                daemon.disable_interface(IfKind::All)?;
                daemon.enable_interface(IfKind::LoopbackV4)?;
            }
            Ok(())
        };
        narrow().map_err(|e: mdns_sd::Error| e.to_string())?;
        Ok(daemon)
    }
}

/// A table that was found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// How its host is called, and which of its tables it is.
    pub name: String,
    /// The title of its case.
    pub title: String,
    pub address: SocketAddrV4,
    /// The mark of its host's certificate, as it is announced.
    pub pin: Pin,
}

/// Looks for tables until it is dropped.
pub struct Finder {
    reach: Reach,
    search: Result<Search, String>,
}

struct Search {
    daemon: ServiceDaemon,
    events: Receiver<ServiceEvent>,
    troubles: Receiver<DaemonEvent>,
    /// By the full name of the service.
    found: BTreeMap<String, Found>,
    trouble: Option<String>,
}

impl Finder {
    /// Begins to look.
    #[must_use]
    pub fn start() -> Self {
        Self::within(Reach::ROOM)
    }

    /// Begins to look so far.
    #[must_use]
    pub fn within(reach: Reach) -> Self {
        Self {
            reach,
            search: Search::begin(reach),
        }
    }

    /// The tables that are there, by name. A host that was switched off without a word is still listed
    /// for some minutes.
    pub fn tables(&mut self) -> Vec<Found> {
        let over = match &mut self.search {
            Ok(search) => search.look(),
            Err(_) => false,
        };
        if over {
            self.search = Search::begin(self.reach);
        }
        let Ok(search) = &self.search else {
            return Vec::new();
        };
        let mut all: Vec<Found> = search.found.values().cloned().collect();
        all.sort_by(|a, b| (&a.name, &a.title).cmp(&(&b.name, &b.title)));
        all
    }

    /// Why nothing can be found here, in words. That networks keep their computers apart is not
    /// noticed: then nothing is found, and nothing is wrong.
    #[must_use]
    pub fn trouble(&self) -> Option<&str> {
        match &self.search {
            Ok(search) => search.trouble.as_deref(),
            Err(why) => Some(why),
        }
    }

    /// Waits until a table is found that `wanted` takes, or the time is over.
    pub fn wait<T>(
        &mut self,
        patience: Duration,
        wanted: impl Fn(&Found) -> Option<T>,
    ) -> Option<T> {
        let until = Instant::now() + patience;
        loop {
            if let Some(found) = self.tables().iter().find_map(&wanted) {
                return Some(found);
            }
            if Instant::now() >= until || self.search.is_err() {
                return None;
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Search {
    fn begin(reach: Reach) -> Result<Self, String> {
        let daemon = reach.open()?;
        let begun = daemon
            .monitor()
            .and_then(|troubles| Ok((troubles, daemon.browse(SERVICE)?)));
        let (troubles, events) = begun.map_err(|e| e.to_string())?;
        Ok(Self {
            daemon,
            events,
            troubles,
            found: BTreeMap::new(),
            trouble: None,
        })
    }

    /// Takes in what came; true if nothing comes any more, because too much was not looked at.
    fn look(&mut self) -> bool {
        for event in self.troubles.try_iter() {
            if let DaemonEvent::Error(e) = event {
                self.trouble = Some(e.to_string());
            }
        }
        for event in self.events.try_iter() {
            match event {
                ServiceEvent::ServiceResolved(service) => {
                    let key = service.get_fullname().to_owned();
                    let room = self.found.len() < MOST || self.found.contains_key(&key);
                    if let Some(found) = read(&service).filter(|_| room) {
                        self.found.insert(key, found);
                    }
                }
                ServiceEvent::ServiceRemoved(_, key) => {
                    self.found.remove(&key);
                }
                _ => {}
            }
        }
        self.events.is_disconnected()
    }
}

impl Drop for Search {
    fn drop(&mut self) {
        // It ends when it can; nobody waits for it.
        let _ = self.daemon.shutdown();
    }
}

/// What somebody announced; `None` if it is no table.
pub fn read(service: &ResolvedService) -> Option<Found> {
    let text = |key: &str| service.get_property_val_str(key).map(shown);
    let address = best(service.get_addresses_v4())?;
    Some(Found {
        name: text("name")?,
        title: text("title")?,
        address: SocketAddrV4::new(address, service.get_port()),
        pin: pin_of(service.get_property_val_str("pin")?)?,
    })
}

/// The address that is tried first: one of the room before one that the computer gave itself.
fn best(all: impl IntoIterator<Item = Ipv4Addr>) -> Option<Ipv4Addr> {
    let able = all
        .into_iter()
        .filter(|ip| !ip.is_unspecified() && !ip.is_multicast() && !ip.is_broadcast());
    able.min_by_key(|ip| (ip.is_loopback(), ip.is_link_local(), *ip))
}

/// A text of a stranger as it can be shown: no control signs, not too long.
fn shown(text: &str) -> String {
    let plain: String = text.chars().filter(|c| !c.is_control()).collect();
    cut(&plain).trim().to_owned()
}

/// As much of it as is announced.
fn cut(text: &str) -> &str {
    let end = (0..=LONGEST.min(text.len())).rev();
    let end = end.into_iter().find(|n| text.is_char_boundary(*n));
    &text[..end.unwrap_or(0)]
}

fn in_digits(pin: Pin) -> String {
    pin.iter().map(|b| format!("{b:02x}")).collect()
}

fn pin_of(digits: &str) -> Option<Pin> {
    if digits.len() != 2 * size_of::<Pin>() || !digits.bytes().all(|b| b.is_ascii_hexdigit()) {
        return None;
    }
    u64::from_str_radix(digits, 16).ok().map(u64::to_be_bytes)
}

/// How this computer is called, where the trainer says nothing else.
#[must_use]
pub fn own_name() -> String {
    let named = std::env::var("COMPUTERNAME").or_else(|_| {
        let file = "/proc/sys/kernel/hostname";
        std::fs::read_to_string(file).map_err(|_| std::env::VarError::NotPresent)
    });
    let name = named.map(|name| shown(&name)).unwrap_or_default();
    if name.is_empty() {
        "Liaison".to_owned()
    } else {
        name
    }
}

/// Announces the tables of a host until it is dropped.
pub(super) struct Announcer {
    daemon: ServiceDaemon,
    reach: Reach,
    /// How the host is called.
    name: String,
    /// By the table's number.
    services: BTreeMap<usize, String>,
}

impl Announcer {
    pub(super) fn begin(name: &str, reach: Reach) -> Result<Self, String> {
        Ok(Self {
            daemon: reach.open()?,
            reach,
            name: shown(name),
            services: BTreeMap::new(),
        })
    }

    /// `address`: the one that laptops are told; otherwise all that this computer has, as they change.
    pub(super) fn table(
        &mut self,
        number: usize,
        title: &str,
        pin: Pin,
        port: u16,
        address: Option<Ipv4Addr>,
    ) -> Result<(), String> {
        let digits = in_digits(pin);
        let name = if number == 0 {
            self.name.clone()
        } else {
            format!("{} ({})", self.name, number + 1)
        };
        let told = [
            ("name", cut(&name)),
            ("title", cut(title)),
            ("pin", digits.as_str()),
        ];
        let instance = format!("{digits}-{number}");
        let computer = format!("liaison-{digits}.local.");
        let loopback = self.reach.loopback_only.then_some(Ipv4Addr::LOCALHOST);
        let service = match address.or(loopback) {
            Some(ip) => ServiceInfo::new(
                SERVICE,
                &instance,
                &computer,
                std::net::IpAddr::V4(ip),
                port,
                &told[..],
            ),
            None => ServiceInfo::new(SERVICE, &instance, &computer, "", port, &told[..])
                .map(ServiceInfo::enable_addr_auto),
        };
        // The instance is called after the certificate: nobody else has it.
        let mut service = service.map_err(|e| e.to_string())?;
        service.set_requires_probe(false);
        self.services
            .insert(number, service.get_fullname().to_owned());
        self.daemon.register(service).map_err(|e| e.to_string())
    }

    /// The table is over.
    pub(super) fn withdraw(&mut self, number: usize) {
        if let Some(service) = self.services.remove(&number) {
            let _ = self.daemon.unregister(&service);
        }
    }
}

impl Drop for Announcer {
    fn drop(&mut self) {
        for service in self.services.values() {
            let _ = self.daemon.unregister(service);
        }
        let ended = self.daemon.shutdown();
        // Long enough for the farewell to leave.
        let _ = ended.map(|status| status.recv_timeout(Duration::from_millis(200)));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_strangers_announce_is_cut_and_cleaned() {
        assert_eq!(shown("  Bus\u{7}\n "), "Bus");
        assert_eq!(shown(&"ก".repeat(400)).len(), LONGEST);
        assert_eq!(cut("short"), "short");
        assert!(shown(&"é".repeat(91)).len() <= LONGEST);
    }

    #[test]
    fn a_mark_is_sixteen_digits_and_nothing_else() {
        let pin = [0, 1, 2, 3, 0xfc, 0xfd, 0xfe, 0xff];
        assert_eq!(pin_of(&in_digits(pin)), Some(pin));
        for wrong in [
            "",
            "00010203fcfdfef",
            "+0010203fcfdfeff",
            "00010203fcfdfeffg",
            "ก",
        ] {
            assert_eq!(pin_of(wrong), None, "{wrong}");
        }
    }

    #[test]
    fn the_rooms_address_comes_before_the_computers_own() {
        let ip = |d| Ipv4Addr::new(192, 168, 7, d);
        let own = Ipv4Addr::new(169, 254, 3, 4);
        let all = [
            Ipv4Addr::LOCALHOST,
            own,
            ip(9),
            ip(3),
            Ipv4Addr::UNSPECIFIED,
        ];
        assert_eq!(best(all), Some(ip(3)));
        assert_eq!(best([own, Ipv4Addr::LOCALHOST]), Some(own));
        assert_eq!(best([Ipv4Addr::new(224, 0, 0, 1)]), None);
    }
}
