#pragma once

#include <cadre/export.hpp>
#include <cadre/vocabulary/scale.hpp>

#include <memory>
#include <optional>
#include <string>
#include <string_view>

namespace cadre {

/// NFC, full case folding, white space (of any kind) collapsed and trimmed, invisible characters
/// dropped: how texts are compared. Nothing when the text is not valid UTF-8. Thread-safe.
CADRE_EXPORT std::optional<std::string> normalized_spelling(std::string_view text);

/// NFC only: how free text is stored. Nothing when the text is not valid UTF-8.
CADRE_EXPORT std::optional<std::string> normalized_text(std::string_view text);

/// Recognises the codes of one scale in the spellings of real sheets. Immutable, thread-safe.
class CADRE_EXPORT SpellingMatcher {
public:
    explicit SpellingMatcher(const Scale& scale);
    ~SpellingMatcher();
    SpellingMatcher(SpellingMatcher&&) noexcept;
    SpellingMatcher& operator=(SpellingMatcher&&) noexcept;

    /// The position of the code whose id or a spelling is the whole text, after normalisation.
    std::optional<int> exact(std::string_view text) const;

    /// The highest-ranked code mentioned as whole words anywhere in the text (of equal ranks, the one
    /// with the longer spelling); longer spellings are
    /// consumed before shorter ones, so "Phó Tiến sĩ" is not read as "Tiến sĩ" where both are known.
    /// A level `none` is never mentioned, it must be the whole text ("Không rõ" is not "Không").
    /// Nothing for doubtful texts.
    std::optional<int> highest_mentioned(std::string_view text) const;

    /// Whether the text has one of the scale's words of doubt ("đang học thạc sĩ"): such a text is not
    /// understood, rather than one in which no level is mentioned.
    bool is_doubtful(std::string_view text) const;

private:
    struct Index;
    std::unique_ptr<const Index> index_;
};

}  // namespace cadre
