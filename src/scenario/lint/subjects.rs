//! Subjects that nothing speaks of.

use super::super::code::Code;
use super::Lint;

pub(super) fn check(lint: &mut Lint) {
    let case = lint.case;
    let mut used = vec![false; case.subjects.len()];
    let items = case
        .items
        .iter()
        .flat_map(|item| item.subjects.iter().chain(&item.tear_subjects));
    let options = case
        .theory
        .questions
        .iter()
        .flat_map(|q| q.options.iter().chain([&q.truth]));
    let people = case.people.iter().map(|person| &person.subject);
    let network = case.network.plan.iter().flat_map(|step| &step.subjects);
    let roles = case.theory.roles.iter().map(|role| &role.subject);
    let spoken = items.chain(options).chain(people).chain(network);
    for subject in spoken.chain(roles) {
        used[subject.index()] = true;
    }
    let files = &lint.parsed.subjects.all;
    for ((subject, file), used) in case.subjects.iter().zip(files).zip(used) {
        if !used {
            let message = format!("no item, question or person speaks of `{}`", subject.key);
            lint.tell_whole(file.at, Code::UnusedSubject, message)
                .label("unused");
        }
    }
}
