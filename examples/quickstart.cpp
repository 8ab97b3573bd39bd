// A roster of two cadres, judged and explained.

#include <cadre/cadre.hpp>

#include <iostream>

int main() {
    const auto pack = cadre::load_pack("hanoi-2011");

    cadre::RosterBuilder builder;
    builder.add("units", {{"id", "u1"}, {"tier", "city"}, {"kind", "city_department"}});
    builder.add("cadres", {{"managed_by", "city_standing_committee"},
                           {"unit", "u1"},
                           {"birth_date", cadre::Date(1970, 5, 2)},
                           {"degree", "master"},
                           {"specialist_training", "none"}});
    // The degree is not given: it is missing, and a missing value never decides.
    builder.add("cadres", {{"managed_by", "city_standing_committee"}, {"unit", "u1"}, {"specialist_training", "none"}});
    const cadre::Roster roster = builder.build();

    const cadre::EvaluationOptions day{.as_of = cadre::Date(2015, 12, 31)};
    const auto table = cadre::evaluate(pack, roster, day);
    const cadre::Counts counts = table["postgraduate_holder"].counts();
    std::cout << "met " << counts.met << ", not met " << counts.not_met << ", undetermined " << counts.undetermined
              << "\n\n";

    for (std::size_t row = 0; row < roster.size(); ++row) {
        std::cout << cadre::explain(pack, "postgraduate_holder", roster, row, day).to_text(cadre::Language::en) << '\n';
    }
}
