#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace cadre {

/// The languages in which every user-visible text exists.
enum class Language { vi, en };

/// Reads "vi" or "en"; any other text is no language.
constexpr std::optional<Language> parse_language(std::string_view code) {
    if (code == "vi") return Language::vi;
    if (code == "en") return Language::en;
    return std::nullopt;
}

/// One text in both languages.
struct LocalizedText {
    std::string vi;
    std::string en;

    const std::string& in(Language language) const { return language == Language::vi ? vi : en; }
    bool operator==(const LocalizedText&) const = default;
};

}  // namespace cadre
