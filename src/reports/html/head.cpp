#include "reports/html/head.hpp"

#include "reports/html/style.hpp"

namespace cadre::html {
namespace {

/// Nothing is fetched and nothing is run, whatever a text may hold.
constexpr std::string_view content_policy = "default-src 'none'; style-src 'unsafe-inline'";

}  // namespace

void write_head(Writer& out, std::string_view title) {
    out.element("head", [&] {
        out.void_element("meta", {{"charset", "utf-8"}});
        out.void_element("meta", {{"http-equiv", "Content-Security-Policy"}, {"content", content_policy}});
        out.void_element("meta", {{"name", "viewport"}, {"content", "width=device-width, initial-scale=1"}});
        out.void_element("meta", {{"name", "color-scheme"}, {"content", "light dark"}});
        out.element("title", title);
        out.element("style", [&] { out.markup(style()); });
    });
}

}  // namespace cadre::html
