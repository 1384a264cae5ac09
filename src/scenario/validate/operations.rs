//! Operations: ranges, names, and how they are put together.

use super::super::code::Code;
use super::super::doc::Trail;
use super::super::ids::{AuthorityId, ItemId, PlaceId, Team};
use super::super::operations::{
    Aim, Contingency, Fill, Key, KeyFile, KnownRisk, Operation, OperationFile,
};
use super::super::read::Parsed;
use super::super::sink::shown;
use super::values::minutes;
use super::{Cx, Words};

/// Numbers in range, times, the truth among the choices, objectives that can be met.
pub(super) fn check(cx: &mut Cx, parsed: &Parsed) {
    let rounds = parsed
        .case
        .as_ref()
        .map_or(u8::MAX, |c| c.value.rounds.max(1));
    for operation in &parsed.operations.all {
        cx.mended = operation.broken;
        let (o, root) = (&operation.value, Trail::Root(operation.at));
        cx.ranged(&root, "odds", o.odds.into());
        let roles = root.field("roles");
        for (n, fill) in o.roles.iter().enumerate() {
            let at = roles.nth(n);
            cx.ranged(&at, "north", fill.north.into());
            cx.ranged(&at, "south", fill.south.into());
        }
        cx.objectives(o, &root);
        for (team, field, names) in [
            (Team::North, "north_basis", &o.north_basis),
            (Team::South, "south_basis", &o.south_basis),
        ] {
            cx.own_basis(parsed, team, names, &root.field(field));
        }
        cx.key(o, &root.field("truth"), rounds);
        let officers = &parsed.officers;
        if !(officers.partial || cx.mended || officers.all.iter().any(|x| x.broken)) {
            for team in Team::BOTH {
                let has = officers.all.iter().filter(|x| x.value.team == team).count();
                cx.manned(o, &roles, team, has);
            }
        }
    }
}

/// The operations of the case; none, if it has no such file.
pub(super) fn all(cx: &mut Cx, parsed: &Parsed, words: &Words) -> Vec<Operation> {
    let each = parsed.operations.all.iter();
    each.map(|operation| {
        cx.mended = operation.broken;
        build(cx, &operation.value, &Trail::Root(operation.at), words)
    })
    .collect()
}

fn build(cx: &mut Cx, o: &OperationFile, root: &Trail, words: &Words) -> Operation {
    let text =
        |name: &'static str, own: &str| words.text(|| format!("operations.{}.{name}", o.id), own);
    let listed = |list: &'static str, id: &str, own: &str| {
        words.text(|| format!("operations.{}.{list}.{id}.text", o.id), own)
    };
    let danger = || format!("operations.{}.danger_text", o.id);
    let names = cx.names;
    let contingencies = root.field("contingencies");
    let evidence = root.field("evidence");
    Operation {
        key: o.id.clone(),
        kind: o.kind,
        title: text("title", &o.title),
        detail: text("detail", &o.detail),
        needs: cx.condition(&o.needs, &root.field("needs")),
        objectives: (o.objectives.iter())
            .map(|a| Aim {
                key: a.id.clone(),
                text: listed("objectives", &a.id, &a.text),
                leaves_in_danger: a.leaves_in_danger,
            })
            .collect(),
        places: [
            cx.places(&o.north_places, &root.field("north_places")),
            cx.places(&o.south_places, &root.field("south_places")),
        ],
        basis: [
            cx.basis(&o.north_basis, &root.field("north_basis")),
            cx.basis(&o.south_basis, &root.field("south_basis")),
        ],
        roles: (o.roles.iter())
            .map(|f| Fill {
                role: f.role,
                officers: [f.north, f.south],
            })
            .collect(),
        risks: (o.risks.iter())
            .map(|r| KnownRisk {
                key: r.id.clone(),
                text: listed("risks", &r.id, &r.text),
                real: r.real,
            })
            .collect(),
        contingencies: (o.contingencies.iter().enumerate())
            .map(|(n, c)| Contingency {
                key: c.id.clone(),
                text: listed("contingencies", &c.id, &c.text),
                covers: cx.condition(&c.covers, &contingencies.nth(n).field("covers")),
            })
            .collect(),
        evidence: (o.evidence.iter().enumerate())
            .map(|(n, id)| ItemId(cx.index(&names.items, id, &evidence.nth(n))))
            .collect(),
        truth: truth(cx, &o.truth, &root.field("truth")),
        odds: o.odds,
        success: cx.effects(&o.success, None, &root.field("success")),
        success_text: text("success_text", &o.success_text),
        failure: cx.effects(&o.failure, None, &root.field("failure")),
        failure_text: text("failure_text", &o.failure_text),
        danger: cx.effects(&o.danger, None, &root.field("danger")),
        danger_text: words.maybe(danger, o.danger_text.as_ref()),
    }
}

fn truth(cx: &mut Cx, truth: &KeyFile, at: &Trail) -> Key {
    let places = [
        cx.maybe_place(truth.north.as_ref(), &at.field("north")),
        cx.maybe_place(truth.south.as_ref(), &at.field("south")),
    ];
    let time = |t: &Option<String>| t.as_deref().and_then(minutes);
    let (from, to) = (time(&truth.from), time(&truth.to));
    Key {
        places,
        rounds: truth.rounds,
        hours: (from.is_some() || to.is_some())
            .then(|| (from.unwrap_or(0), to.unwrap_or(24 * 60 - 1))),
    }
}

impl Cx<'_, '_> {
    fn places(&mut self, ids: &[String], list: &Trail) -> Vec<PlaceId> {
        let names = self.names;
        let each = ids.iter().enumerate();
        each.map(|(n, id)| PlaceId(self.index(&names.places, id, &list.nth(n))))
            .collect()
    }

    fn basis(&mut self, ids: &[String], list: &Trail) -> Vec<AuthorityId> {
        let names = self.names;
        let each = ids.iter().enumerate();
        each.map(|(n, id)| AuthorityId(self.index(&names.authorities, id, &list.nth(n))))
            .collect()
    }

    /// Each side acts under its own law.
    fn own_basis(&mut self, parsed: &Parsed, team: Team, ids: &[String], list: &Trail) {
        for (n, id) in ids.iter().enumerate() {
            let ix = self.names.authorities.ids.get(id.as_str());
            let authority = ix.and_then(|ix| parsed.authorities.all.get(usize::from(*ix)));
            let theirs = authority.filter(|a| a.value.team != team && !a.broken);
            if theirs.is_some() && !self.mended {
                let message = format!("`{}` is an authority of {:?}", shown(id), team.other());
                let label = format!("{team:?} cannot act on it");
                self.tell(&list.nth(n), Code::BasisOfPartner, message, &label);
            }
        }
    }

    fn objectives(&mut self, o: &OperationFile, root: &Trail) {
        if self.mended {
            return;
        }
        let list = root.field("objectives");
        if o.objectives.is_empty() {
            let message = format!("`{}` has no objective to choose", shown(&o.id));
            self.tell(&list, Code::NoObjective, message, "nothing to choose");
        } else if o.objectives.iter().all(|a| a.leaves_in_danger) {
            let message = format!("whatever `{}` is for, people stay in danger", shown(&o.id));
            self.tell(&list, Code::OnlyDanger, message, "never a success");
        }
        let danger = o.objectives.iter().position(|a| a.leaves_in_danger);
        if let (Some(n), None) = (danger, &o.danger_text) {
            let message = "the teams are not told what came of leaving people in danger".to_owned();
            let at = list.nth(n);
            self.sink
                .at(self.docs, at.find(self.docs), Code::DangerUntold, message)
                .label("no `danger_text`")
                .help("add `danger_text`: what happened to them meanwhile");
        }
    }

    /// The truth is among the choices, and its rounds and hours are there.
    fn key(&mut self, o: &OperationFile, at: &Trail, rounds: u8) {
        let (first, last) = o.truth.rounds;
        let pair = at.field("rounds");
        self.within(&pair.nth(0), "round", first.into(), 1, rounds.into());
        let least = first.clamp(1, rounds);
        self.within(
            &pair.nth(1),
            "round",
            last.into(),
            least.into(),
            rounds.into(),
        );
        for (field, time) in [("from", &o.truth.from), ("to", &o.truth.to)] {
            if let Some(time) = time.as_ref().filter(|t| minutes(t).is_none()) {
                let message = format!(
                    "`{}` is not a time of day: write `HH:MM`, such as `06:30`",
                    shown(time)
                );
                self.tell(&at.field(field), Code::BadTime, message, "not a time");
            }
        }
        if self.mended {
            return;
        }
        for (field, choices, truth) in [
            ("north", &o.north_places, &o.truth.north),
            ("south", &o.south_places, &o.truth.south),
        ] {
            let (message, label) = match truth {
                None if choices.is_empty() => continue,
                Some(place) if choices.contains(place) => continue,
                None => (
                    format!("there is a place to choose for {field}, but none is right"),
                    "no right place",
                ),
                Some(place) => (
                    format!("`{}` is not among `{field}_places`", shown(place)),
                    "not offered",
                ),
            };
            let spot = if truth.is_some() {
                at.field(field).find(self.docs)
            } else {
                at.find(self.docs)
            };
            self.sink
                .at(self.docs, spot, Code::TruthNotOffered, message)
                .label(label)
                .help(format!("add it to `{field}_places`"));
        }
    }

    fn manned(&mut self, o: &OperationFile, roles: &Trail, team: Team, has: usize) {
        let asked = o.roles.iter().map(|f| match team {
            Team::North => usize::from(f.north),
            Team::South => usize::from(f.south),
        });
        let asked: usize = asked.sum();
        if asked > has {
            let message = format!(
                "`{}` takes {asked} officers of {team:?}, who has {has}",
                shown(&o.id)
            );
            let label = format!("at most {has}");
            self.tell(roles, Code::NeverManned, message, &label);
        }
    }
}
