#pragma once

#include <cadre/evaluation/evaluate.hpp>
#include <cadre/rotation/rotation_request.hpp>

#include <optional>
#include <string>
#include <vector>

namespace cadre {

/// The expressions of a request, checked.
struct RequestExpressions {
    ExpressionPtr must_move, may_move, posts;  ///< null where the request has none
    std::vector<ExpressionPtr> fitness;        ///< integers and conditions on `cadres`

    /// Throws `Error` (invalid_rule) with every diagnostic.
    RequestExpressions(const Pack& pack, const RotationRequest& request);
};

/// What the conditions of a request say of each cadre and post.
class RequestVerdicts {
public:
    RequestVerdicts(const Pack& pack, const Roster& roster, const RequestExpressions& expressions,
                    const RotationRequest& request);

    Verdict must_move(std::size_t cadre) const;
    Verdict may_move(std::size_t cadre) const;
    Verdict is_open(std::size_t post) const { return answer(posts_, post, Verdict::met); }

private:
    Verdict answer(std::optional<std::size_t> column, std::size_t row, Verdict absent) const;

    std::vector<bool> named_;      ///< cadres in `must_rows`
    std::vector<bool> published_;  ///< cadres with a published move
    std::optional<std::size_t> must_move_, may_move_, posts_;
    std::optional<VerdictTable> answers_;
};

}  // namespace cadre
