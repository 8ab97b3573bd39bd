// Reads the input as the cases of a small pack and runs them: there is a report, or diagnostics in both languages.

#include "fuzz/roster_check.hpp"

#include <cadre/error.hpp>
#include <cadre/testing/case_lints.hpp>
#include <cadre/testing/case_report.hpp>

#include <cstdint>
#include <string>

namespace {

using namespace cadre;

constexpr std::string_view pack_head = R"([pack]
id = "own"
title = { vi = "Riêng", en = "Own" }
source = { document = "Điều lệ", date = 2011-08-18 }

[[criterion]]
id = "graduate"
title = { vi = "Có bằng", en = "Has a degree" }
cite = "1"
when = 'degree >= "bachelor" and birth_date <= as_of'

[[criterion]]
id = "rated"
title = { vi = "Đã xếp loại", en = "Rated" }
cite = "2"
when = 'some a in appraisals satisfies a.year = as_of.year and a.rating >= "good" and unit.kind = "ward"'

[[target]]
id = "graduates"
cite = "3"
among = 'true'
meet = "graduate"
share = "> 35 %"

[[target]]
id = "rated_every_year"
cite = "4"
among = 'true'
meet = "rated"
count = ">= 2"
every = "year"
from = 2011
to = 2015

)";

void check_cases(const std::string& text) {
    const Pack pack = parse_pack(text, "own.toml");
    const CaseFile file{pack, read_cases(pack)};
    const CaseReport report = run_cases(file);
    fuzz::check(report.cases.size() == file.cases.size());
    for (const CaseRun& run : report.cases) {
        for (const CaseResult& result : run.results) fuzz::check(!result.expected.empty() || result.passed);
    }
    fuzz::check(!report.to_text(Language::vi).empty());
    for (const Diagnostic& warning : lint_cases(file)) fuzz::check(!warning.to_text(Language::en).empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    try {
        check_cases(std::string(pack_head) + std::string(reinterpret_cast<const char*>(data), size));
    } catch (const Error& error) {
        fuzz::check(!error.text(Language::vi).empty() && !error.text(Language::en).empty());
    }
    return 0;
}
