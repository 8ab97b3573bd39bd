#pragma once

#include <cadre/criteria/rule_pack.hpp>
#include <cadre/messages/language.hpp>
#include <cadre/targets/assessment.hpp>

#include <string>
#include <vector>

namespace cadre {

/// Writes single assessed targets in one language.
class TargetText {
public:
    TargetText(const Pack& pack, Language language) : pack_(pack), language_(language) {}

    /// The year of a yearly result: "2011 (year in part)".
    std::string year(const TargetAssessment& result) const;
    /// The title, with the year of a yearly result: "… (2012)".
    std::string title(const TargetAssessment& result) const;
    /// Title (or year), threshold, bounds, verdict, shortfall.
    std::vector<std::string> cells(const TargetAssessment& result) const;
    /// Clause, counts, due day, reasons and what is worth verifying first, a line each.
    std::string details(const TargetAssessment& result) const;

    /// "34.3 %–37.6 %".
    std::string bounds(const Bounds& bounds, const Threshold& threshold) const;
    /// How many are lacking, at best and at worst; a dash when none is.
    std::string shortfall(const TargetAssessment& result) const;
    /// Clause, criterion, due day, counts, and why the verdict is open.
    std::vector<LocalizedText> facts(const TargetAssessment& result) const;
    /// Of those, clause and criterion: the same in every year.
    std::vector<LocalizedText> demands(const TargetAssessment& result) const;
    /// Of those, what was found: due day, counts, and why the verdict is open.
    std::vector<LocalizedText> findings(const TargetAssessment& result) const;

private:
    void add_counts(const TargetAssessment& result, std::vector<LocalizedText>& facts) const;
    std::string first_rows(const TargetAssessment& result) const;
    std::string first_cells(const TargetAssessment& result) const;
    LocalizedText cell(const CellToVerify& cell) const;

    const Pack& pack_;
    Language language_;
};

}  // namespace cadre
