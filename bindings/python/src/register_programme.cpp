#include "convert.hpp"
#include "register.hpp"

#include <cadre/reports/programme.hpp>
#include <cadre/targets/contradictions.hpp>

#include <pybind11/stl.h>

#include <string_view>

namespace cadre::python {
namespace {

/// Wrapped, so that a list of values has a text.
struct Indicators {
    std::vector<IndicatorSeries> series;
};

py::object fraction(const std::optional<Share>& share) {
    if (!share) return py::none();
    return py::module_::import("fractions").attr("Fraction")(share->numerator, share->denominator);
}

std::string_view name_of(Indicator::Measure measure) {
    switch (measure) {
        case Indicator::Measure::share: return "share";
        case Indicator::Measure::count: return "count";
        case Indicator::Measure::mean: return "mean";
    }
    return "";
}

std::string_view name_of(DeliveryState state) {
    switch (state) {
        case DeliveryState::not_recorded: return "not_recorded";
        case DeliveryState::delivered: return "delivered";
        case DeliveryState::delivered_late: return "delivered_late";
        case DeliveryState::outstanding: return "outstanding";
        case DeliveryState::overdue: return "overdue";
    }
    return "";
}

py::dict head_of(const Indicator& indicator, Language language) {
    py::dict row;
    row["id"] = indicator.id;
    row["title"] = indicator.title.in(language);
    row["citation"] = py::str(py::cast(indicator.citation));
    row["measure"] = indicator.not_collected ? py::object(py::none()) : py::cast(name_of(indicator.measure));
    row["not_collected"] =
        indicator.not_collected ? py::cast(indicator.not_collected->in(language)) : py::object(py::none());
    return row;
}

void add_year(py::dict& row, const IndicatorYear* year) {
    row["year"] = year ? py::cast(year->year) : py::object(py::none());
    row["partial_year"] = year != nullptr && year->partial_year;
    row["known"] = year != nullptr && year->undecided == Undecided::decided;
    row["least"] = fraction(year ? year->bounds.least : std::nullopt);
    row["greatest"] = fraction(year ? year->bounds.greatest : std::nullopt);
    row["of_known"] = fraction(year ? year->of_known : std::nullopt);
}

py::list dicts_of(const Indicators& indicators, const std::string& lang) {
    const Language language = to_language(lang);
    py::list rows;
    for (const IndicatorSeries& series : indicators.series) {
        if (series.years.empty()) {
            py::dict row = head_of(series.indicator, language);
            add_year(row, nullptr);
            rows.append(row);
        }
        for (const IndicatorYear& year : series.years) {
            py::dict row = head_of(series.indicator, language);
            add_year(row, &year);
            rows.append(row);
        }
    }
    return rows;
}

py::dict to_dict(const DeliveryTable& table, const LocalizedText& owner, const Delivery& delivery, Language language) {
    const Deliverable& deliverable = table.deliverables[delivery.deliverable];
    py::dict row;
    row["id"] = deliverable.id;
    row["title"] = deliverable.title.in(language);
    row["citation"] = py::str(py::cast(deliverable.citation));
    row["owner"] = owner == LocalizedText{} ? py::object(py::none()) : py::cast(owner.in(language));
    row["year"] = delivery.year == 0 ? py::object(py::none()) : py::cast(delivery.year);
    row["due"] = from_day(deliverable.due);
    row["milestone"] = deliverable.milestone;
    row["state"] = name_of(delivery.state);
    return row;
}

py::list dicts_of(const DeliveryTable& table, const std::string& lang) {
    py::list rows;
    for (const DeliveryRow& row : table.rows) {
        for (const auto& [year, deliveries] : row.by_year) {
            for (const Delivery& delivery : deliveries) {
                rows.append(to_dict(table, row.owner, delivery, to_language(lang)));
            }
        }
    }
    return rows;
}

py::list heads_of(const Pack& pack) {
    py::list rows;
    for (const Indicator& indicator : read_indicators(pack)) rows.append(head_of(indicator, Language::en));
    return rows;
}

using Records = std::vector<std::tuple<std::string, std::optional<int>, py::object>>;

DeliveryTable deliverables_of(const Pack& pack, const py::object& as_of, const Records& records) {
    std::vector<DeliveryRecord> read;
    for (const auto& [id, year, delivered] : records) {
        DeliveryRecord& record = read.emplace_back(DeliveryRecord{id, year.value_or(0), std::nullopt});
        if (!delivered.is_none()) record.delivered = to_day(delivered, "delivered");
    }
    return delivery_table(pack, read, date_of(to_day(as_of, "as_of")));
}

Indicators measure(const Pack& pack, const Roster& roster, const py::object& as_of, const py::object& law_as_of,
                   bool strict_snapshot) {
    const EvaluationOptions options = to_options(as_of, law_as_of, strict_snapshot);
    const py::gil_scoped_release unlocked;
    return {measure_indicators(pack, roster, options)};
}

py::list contradictions_of(const Roster& roster) {
    py::list contradictions;
    for (const Contradiction& found : find_contradictions(roster)) {
        py::dict values;
        values["kind"] = found.kind == Contradiction::Kind::rated_twice ? "rated_twice" : "not_in_roster";
        values["table"] = found.table;
        values["row"] = found.row;
        values["rows"] = found.rows;
        values["vi"] = found.message.text(Language::vi);
        values["en"] = found.message.text(Language::en);
        contradictions.append(values);
    }
    return contradictions;
}

}  // namespace

void register_programme(py::module_& module) {
    py::class_<Indicators>(module, "Indicators", "Cited numbers without a threshold, by year.")
        .def("__len__", [](const Indicators& i) { return i.series.size(); })
        .def(
            "to_dicts", [](const Indicators& i, const std::string& lang) { return dicts_of(i, lang); },
            py::arg("lang") = "en", "One dict an indicator and year; one without a year where it is not collected.")
        .def(
            "to_text",
            [](const Indicators& i, const std::string& lang) { return indicators_text(i.series, to_language(lang)); },
            py::arg("lang") = "en", "A table of indicators by years.");

    py::class_<DeliveryTable>(module, "Deliverables", "Reports, plans and regulations due, by owner and year.")
        .def("__len__", [](const DeliveryTable& t) { return t.deliverables.size(); })
        .def_property_readonly(
            "years", [](const DeliveryTable& t) { return t.years; },
            "The years that are stated, ascending; 0 first where one states none.")
        .def(
            "to_dicts", [](const DeliveryTable& t, const std::string& lang) { return dicts_of(t, lang); },
            py::arg("lang") = "en", "One dict a deliverable and year, owner by owner.")
        .def(
            "to_text",
            [](const DeliveryTable& t, const std::string& lang) { return deliverables_text(t, to_language(lang)); },
            py::arg("lang") = "en", "A table of owners by years.");

    auto roster = py::reinterpret_borrow<py::class_<Roster>>(module.attr("Roster"));
    roster.def("contradictions", &contradictions_of,
               "Rows that contradict each other (rated twice in a year, a trainee who is no cadre), as dicts.");

    auto pack = py::reinterpret_borrow<py::class_<Pack>>(module.attr("Pack"));
    pack.def("measure", &measure, py::arg("roster"), py::kw_only(), py::arg("as_of"), py::arg("law_as_of") = py::none(),
             py::arg("strict_snapshot") = false, "Measures the indicators of the pack, year by year.");
    pack.def("indicators", &heads_of, "The indicators of the pack, as dicts; cadre.Error with every diagnostic.");
    pack.def("deliverables", &deliverables_of, py::kw_only(), py::arg("as_of"), py::arg("records") = Records{},
             "What the pack's document asks for, by owner and year. Each record is (id, year or None, day of delivery "
             "or None).");
}

}  // namespace cadre::python
