using OrderCheck.Core.Encounters;
using OrderCheck.Core.Orders;
using OrderCheck.Core.Patients;

namespace OrderCheck.Grains.Encounters;

/// <summary>An encounter as its ledger and its caller know it together: what a question is judged on that tells the encounter beside it.</summary>
internal sealed class ReportedView
{
    private readonly EncounterState _known;
    private readonly DateTimeOffset _now;
    private readonly PatientHistory? _history;
    private EncounterState? _withCandidates;
    private IReadOnlyList<Fact>? _assumedWithCandidates;

    /// <param name="history">Of the patient who is told, where it was read for this question.</param>
    public ReportedView(EncounterState known, ReportedCheck asked, DateTimeOffset now, PatientHistory? history = null)
    {
        (_known, _now, _history) = (known, now, history);
        Facts = ReportedFacts.Missing(known, asked.Reported, now);
        State = With(Facts);
        Candidates = asked.Candidates.Count == 0 ? [] : [.. asked.Candidates.Select(candidate => ReportedFacts.Known(State, candidate))];
        Changed = asked.Candidates.Any(candidate => ReportedFacts.IsChanged(known, candidate))
            ? [.. asked.Candidates.Where(candidate => ReportedFacts.IsChanged(known, candidate)).Select(static candidate => candidate.Id).Distinct(StringComparer.Ordinal)]
            : [];
    }

    /// <summary>What was told and not known.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    /// <summary>With these facts.</summary>
    public EncounterState State { get; }

    /// <summary>With what was known of each by its id, where the question is silent.</summary>
    public IReadOnlyList<Order> Candidates { get; }

    /// <summary>Candidates that are known by their ids, and otherwise.</summary>
    public IReadOnlyList<string> Changed { get; }

    /// <summary>The facts, and the candidates as if they were ordered.</summary>
    public IReadOnlyList<Fact> FactsWithCandidates => _assumedWithCandidates ??=
        [.. Facts, .. Candidates.DistinctBy(static candidate => candidate.Id, StringComparer.Ordinal).Select(candidate => ReportedFacts.Missing(State, candidate)).OfType<Fact>()];

    public EncounterState StateWithCandidates => _withCandidates ??= With(FactsWithCandidates);

    public IReadOnlyList<RecordedFact> Assumed(IReadOnlyList<Fact> facts) => ReportedFacts.Assumed(_known, facts, _now);

    private EncounterState With(IReadOnlyList<Fact> facts)
    {
        var state = facts.Count == 0 ? _known : _known.Assuming(Assumed(facts));
        return state.History is null && _history is not null ? state.WithHistory(_history) : state;
    }
}
