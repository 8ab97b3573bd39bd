#pragma once

#include <cadre/model/appointment.hpp>
#include <cadre/model/appraisal.hpp>
#include <cadre/model/deferral.hpp>
#include <cadre/model/discipline.hpp>
#include <cadre/model/fact.hpp>
#include <cadre/model/planning.hpp>
#include <cadre/model/qualification.hpp>
#include <cadre/model/relative.hpp>
#include <cadre/model/training.hpp>

namespace cadre {

/// A person of the roster: a row of the table `cadres`. Codes are those of the shipped vocabulary or
/// any spelling that it knows.
struct Cadre {
    Fact<std::string> id;
    Fact<std::string> sex;
    Fact<Date> birth_date;
    Fact<std::string> ethnicity;
    Fact<std::string> home_locality;
    Fact<bool> party_member;
    Fact<Date> party_admission_date;
    Fact<Date> party_official_date;
    Fact<Date> joined_service;
    Fact<std::string> general_education;
    Fact<std::string> degree;
    Fact<std::string> specialist_training;
    Fact<std::string> academic_title;
    Fact<std::string> political_theory;
    Fact<std::string> state_management;
    Fact<std::string> foreign_language;
    Fact<std::string> it_skill;
    Fact<std::string> managed_by;
    Fact<std::string> unit;  ///< key of a unit
    Members<Qualification> qualifications;
    Members<Appointment> appointments;
    Members<Appraisal> appraisals;
    Members<Discipline> disciplines;
    Members<Training> trainings;
    Members<Planning> plannings;
    Fact<std::string> proposed_post;  ///< key of a post
    Fact<bool> asset_declared;
    Fact<bool> file_verified;
    Fact<bool> fit_for_duty;
    Members<Deferral> deferrals;
    Members<Relative> relatives;
};

}  // namespace cadre
