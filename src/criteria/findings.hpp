#pragma once

#include "criteria/text_origin.hpp"

#include <cadre/messages/diagnostic.hpp>

#include <cstddef>
#include <optional>
#include <utility>
#include <vector>

namespace cadre::criteria {

/// Collects what is found in one expression's text.
class Findings {
public:
    Findings(TextOrigin origin, Diagnostics& diagnostics) : origin_(std::move(origin)), diagnostics_(diagnostics) {}

    std::string_view text() const { return origin_.text(); }

    void error(std::size_t offset, Message message, std::optional<Message> hint = std::nullopt) {
        add(Severity::error, offset, std::move(message), std::move(hint));
    }
    void warn(std::size_t offset, Message message, std::optional<Message> hint = std::nullopt) {
        add(Severity::warning, offset, std::move(message), std::move(hint));
    }

private:
    void add(Severity severity, std::size_t offset, Message message, std::optional<Message> hint) {
        diagnostics_.push_back({severity, origin_.place(offset), std::move(message), std::move(hint)});
    }

    TextOrigin origin_;
    Diagnostics& diagnostics_;
};

}  // namespace cadre::criteria
