#include "reports/html/verdict_mark.hpp"

#include "evaluation/explanation_lines.hpp"

namespace cadre::html {

std::string_view verdict_class(Verdict verdict) {
    switch (verdict) {
        case Verdict::met: return "met";
        case Verdict::not_met: return "not-met";
        default: return "undetermined";
    }
}

void write_verdict(Page& page, Verdict verdict) {
    const std::string name = "verdict " + std::string(verdict_class(verdict));
    page.out.element("span", {{"class", name}}, [&] {
        page.out.element("span", {{"aria-hidden", "true"}}, verdict_sign(verdict));
        page.out.text(" " + page.text(verdict_text(verdict)));
    });
}

}  // namespace cadre::html
