#pragma once

#include <cadre/model/record.hpp>

#include <string_view>
#include <tuple>
#include <utility>

namespace cadre {

/// Ties a field of a model value to the attribute that it feeds.
template <class Owner, class Type>
struct Field {
    std::string_view attribute;
    Type Owner::*member;
};

template <class Owner, class Type>
Field(const char*, Type Owner::*) -> Field<Owner, Type>;

/// The fields of a model type, one table a type: `ModelTable<Cadre>`.
template <class Owner>
struct ModelTable;

template <>
struct ModelTable<Cadre> {
    static constexpr std::string_view id = "cadres";
    static constexpr std::tuple fields{
        Field{"id", &Cadre::id},
        Field{"sex", &Cadre::sex},
        Field{"birth_date", &Cadre::birth_date},
        Field{"ethnicity", &Cadre::ethnicity},
        Field{"home_locality", &Cadre::home_locality},
        Field{"party_member", &Cadre::party_member},
        Field{"party_admission_date", &Cadre::party_admission_date},
        Field{"party_official_date", &Cadre::party_official_date},
        Field{"joined_service", &Cadre::joined_service},
        Field{"general_education", &Cadre::general_education},
        Field{"degree", &Cadre::degree},
        Field{"specialist_training", &Cadre::specialist_training},
        Field{"academic_title", &Cadre::academic_title},
        Field{"political_theory", &Cadre::political_theory},
        Field{"state_management", &Cadre::state_management},
        Field{"foreign_language", &Cadre::foreign_language},
        Field{"it_skill", &Cadre::it_skill},
        Field{"managed_by", &Cadre::managed_by},
        Field{"unit", &Cadre::unit},
        Field{"qualifications", &Cadre::qualifications},
        Field{"appointments", &Cadre::appointments},
        Field{"appraisals", &Cadre::appraisals},
        Field{"disciplines", &Cadre::disciplines},
        Field{"trainings", &Cadre::trainings},
        Field{"plannings", &Cadre::plannings},
        Field{"proposed_post", &Cadre::proposed_post},
        Field{"asset_declared", &Cadre::asset_declared},
        Field{"file_verified", &Cadre::file_verified},
        Field{"fit_for_duty", &Cadre::fit_for_duty},
        Field{"deferrals", &Cadre::deferrals},
        Field{"relatives", &Cadre::relatives},
    };
};

template <>
struct ModelTable<Unit> {
    static constexpr std::string_view id = "units";
    static constexpr std::tuple fields{
        Field{"id", &Unit::id},         Field{"name", &Unit::name},       Field{"tier", &Unit::tier},
        Field{"kind", &Unit::kind},     Field{"sector", &Unit::sector},   Field{"locality", &Unit::locality},
        Field{"parent", &Unit::parent}, Field{"from", &Unit::from},       Field{"to", &Unit::to},
        Field{"fields", &Unit::fields}, Field{"terrain", &Unit::terrain},
    };
};

template <>
struct ModelTable<Post> {
    static constexpr std::string_view id = "posts";
    static constexpr std::tuple fields{
        Field{"id", &Post::id},
        Field{"title", &Post::title},
        Field{"unit", &Post::unit},
        Field{"rank", &Post::rank},
        Field{"seats", &Post::seats},
        Field{"leading", &Post::leading},
        Field{"sensitive", &Post::sensitive},
        Field{"managed_by", &Post::managed_by},
        Field{"periodic_change", &Post::periodic_change},
        Field{"change_period", &Post::change_period},
    };
};

template <>
struct ModelTable<Appointment> {
    static constexpr std::string_view id = "cadres.appointments";
    static constexpr std::tuple fields{
        Field{"post", &Appointment::post},
        Field{"unit", &Appointment::unit},
        Field{"title", &Appointment::title},
        Field{"from", &Appointment::from},
        Field{"to", &Appointment::to},
        Field{"kind", &Appointment::kind},
        Field{"primary", &Appointment::primary},
        Field{"acting", &Appointment::acting},
        Field{"held_since", &Appointment::held_since},
        Field{"end_reason", &Appointment::end_reason},
        Field{"extra_post", &Appointment::extra_post},
        Field{"return_due", &Appointment::return_due},
    };
};

template <>
struct ModelTable<Appraisal> {
    static constexpr std::string_view id = "cadres.appraisals";
    static constexpr std::tuple fields{
        Field{"year", &Appraisal::year},
        Field{"rating", &Appraisal::rating},
        Field{"kind", &Appraisal::kind},
        Field{"unit", &Appraisal::unit},
        Field{"status", &Appraisal::status},
        Field{"score", &Appraisal::score},
        Field{"tasks_done", &Appraisal::tasks_done},
        Field{"tasks_exceeded", &Appraisal::tasks_exceeded},
        Field{"tasks_on_time", &Appraisal::tasks_on_time},
        Field{"tasks_late", &Appraisal::tasks_late},
        Field{"units_completed", &Appraisal::units_completed},
        Field{"units_good", &Appraisal::units_good},
    };
};

template <>
struct ModelTable<Qualification> {
    static constexpr std::string_view id = "cadres.qualifications";
    static constexpr std::tuple fields{
        Field{"level", &Qualification::level},       Field{"kind", &Qualification::kind},
        Field{"field", &Qualification::field},       Field{"awarded", &Qualification::awarded},
        Field{"evidence", &Qualification::evidence},
    };
};

template <>
struct ModelTable<Discipline> {
    static constexpr std::string_view id = "cadres.disciplines";
    static constexpr std::tuple fields{
        Field{"authority", &Discipline::authority},
        Field{"form", &Discipline::form},
        Field{"decided", &Discipline::decided},
        Field{"until", &Discipline::until},
    };
};

template <>
struct ModelTable<Training> {
    static constexpr std::string_view id = "cadres.trainings";
    static constexpr std::tuple fields{
        Field{"course", &Training::course},
        Field{"kind", &Training::kind},
        Field{"from", &Training::from},
        Field{"to", &Training::to},
        Field{"theory_level", &Training::theory_level},
    };
};

template <>
struct ModelTable<Planning> {
    static constexpr std::string_view id = "cadres.plannings";
    static constexpr std::tuple fields{
        Field{"post", &Planning::post}, Field{"title", &Planning::title},
        Field{"tier", &Planning::tier}, Field{"term_start", &Planning::term_start},
        Field{"from", &Planning::from}, Field{"to", &Planning::to},
    };
};

template <>
struct ModelTable<Deferral> {
    static constexpr std::string_view id = "cadres.deferrals";
    static constexpr std::tuple fields{
        Field{"ground", &Deferral::ground},
        Field{"from", &Deferral::from},
        Field{"to", &Deferral::to},
        Field{"waived", &Deferral::waived},
    };
};

template <>
struct ModelTable<Relative> {
    static constexpr std::string_view id = "cadres.relatives";
    static constexpr std::tuple fields{
        Field{"unit", &Relative::unit},
        Field{"title", &Relative::title},
        Field{"from", &Relative::from},
        Field{"to", &Relative::to},
    };
};

template <>
struct ModelTable<Pool> {
    static constexpr std::string_view id = "pools";
    static constexpr std::tuple fields{
        Field{"id", &Pool::id},
        Field{"kind", &Pool::kind},
        Field{"post", &Pool::post},
        Field{"unit", &Pool::unit},
        Field{"tier", &Pool::tier},
        Field{"seats", &Pool::seats},
        Field{"term_start", &Pool::term_start},
        Field{"term_end", &Pool::term_end},
        Field{"reviewed", &Pool::reviewed},
    };
};

template <>
struct ModelTable<PoolMember> {
    static constexpr std::string_view id = "pool_members";
    static constexpr std::tuple fields{
        Field{"pool", &PoolMember::pool},         Field{"cadre", &PoolMember::cadre},
        Field{"status", &PoolMember::status},     Field{"added", &PoolMember::added},
        Field{"removed", &PoolMember::removed},   Field{"incumbent", &PoolMember::incumbent},
        Field{"decision", &PoolMember::decision}, Field{"decided", &PoolMember::decided},
        Field{"ballots", &PoolMember::ballots},
    };
};

template <>
struct ModelTable<Ballot> {
    static constexpr std::string_view id = "pool_members.ballots";
    static constexpr std::tuple fields{
        Field{"step", &Ballot::step},       Field{"held", &Ballot::held},   Field{"summoned", &Ballot::summoned},
        Field{"present", &Ballot::present}, Field{"votes", &Ballot::votes},
    };
};

template <>
struct ModelTable<PostEquivalence> {
    static constexpr std::string_view id = "post_equivalences";
    static constexpr std::tuple fields{
        Field{"title", &PostEquivalence::title}, Field{"sector", &PostEquivalence::sector},
        Field{"tier", &PostEquivalence::tier},   Field{"rank", &PostEquivalence::rank},
        Field{"from", &PostEquivalence::from},   Field{"to", &PostEquivalence::to},
    };
};

template <>
struct ModelTable<DevelopmentAction> {
    static constexpr std::string_view id = "development_actions";
    static constexpr std::tuple fields{
        Field{"cadre", &DevelopmentAction::cadre},
        Field{"kind", &DevelopmentAction::kind},
        Field{"from", &DevelopmentAction::from},
        Field{"to", &DevelopmentAction::to},
    };
};

template <>
struct ModelTable<ReviewDecision> {
    static constexpr std::string_view id = "review_decisions";
    static constexpr std::tuple fields{
        Field{"pool", &ReviewDecision::pool},     Field{"cadre", &ReviewDecision::cadre},
        Field{"policy", &ReviewDecision::policy}, Field{"choice", &ReviewDecision::choice},
        Field{"reason", &ReviewDecision::reason}, Field{"decided", &ReviewDecision::decided},
    };
};

template <>
struct ModelTable<Term> {
    static constexpr std::string_view id = "terms";
    static constexpr std::tuple fields{
        Field{"unit", &Term::unit},
        Field{"from", &Term::from},
        Field{"to", &Term::to},
    };
};

template <>
struct ModelTable<PlannedMove> {
    static constexpr std::string_view id = "planned_moves";
    static constexpr std::tuple fields{
        Field{"cadre", &PlannedMove::cadre}, Field{"from", &PlannedMove::from},
        Field{"to", &PlannedMove::to},       Field{"day", &PlannedMove::day},
        Field{"kind", &PlannedMove::kind},   Field{"published", &PlannedMove::published},
    };
};

/// Calls `visit` with every field of a model type, in the order of its table.
template <class Owner, class Visit>
void for_each_field(Visit&& visit) {
    std::apply([&](const auto&... field) { (visit(field), ...); }, ModelTable<Owner>::fields);
}

}  // namespace cadre
