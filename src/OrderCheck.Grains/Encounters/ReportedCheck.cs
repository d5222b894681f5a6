using System.Text.Json.Serialization;
using OrderCheck.Core.Checks;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Rules;

namespace OrderCheck.Grains.Encounters;

/// <summary>A question that tells the encounter beside it, as NHSA's 3101 and 3102 do. What is told is judged with, and kept behind the answer.</summary>
/// <param name="Reported">The encounter as the caller tells it.</param>
/// <param name="Candidates">The lines asked about; they are no orders yet.</param>
/// <param name="Stages">One answer each; before discharge the stay as a whole is judged, the candidates as if they were ordered.</param>
/// <param name="MaxCards">See <see cref="CheckRequest"/>.</param>
public sealed record ReportedCheck(ReportedEncounter Reported, IReadOnlyList<Order> Candidates, IReadOnlyList<Stage> Stages, int MaxCards = 0)
{
    /// <summary>What reading the history of a patient may take who is told for the first time.</summary>
    public TimeSpan HistoryWithin { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>
    /// By which the question was read and its answer will be written, and so by which it is judged, whatever is published meanwhile: codes and
    /// stages are a release's too. Null, as it is on another silo: the release of that moment, one for all stages.
    /// </summary>
    [JsonIgnore]
    public Release? Release { get; init; }

    /// <summary>What is asked at one stage, where nothing is known of the encounter.</summary>
    public CheckRequest At(Stage stage) => stage is Stage.Registration or Stage.Discharge
        ? new CheckRequest([], stage, MaxCards)
        : new CheckRequest(Candidates, stage, MaxCards);
}
