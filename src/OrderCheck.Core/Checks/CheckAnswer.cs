using OrderCheck.Core.Amounts;
using OrderCheck.Core.Budgets;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Identity;
using OrderCheck.Core.Orders;

namespace OrderCheck.Core.Checks;

/// <summary>When rules are asked: the letters are those of rule files.</summary>
public enum Stage
{
    /// <summary>O: an order is drafted or signed.</summary>
    Order = 1,

    /// <summary>V: an order is verified or executed.</summary>
    Verify = 2,

    /// <summary>C: a line is charged.</summary>
    Charge = 3,

    /// <summary>G: registration and admission.</summary>
    Registration = 4,

    /// <summary>D: the stay as a whole before discharge and settlement.</summary>
    Discharge = 5,

    /// <summary>R: over the ledger, after the fact.</summary>
    Retrospective = 6,
}

public enum CheckState
{
    /// <summary>Everything was judged: no finding means exactly that.</summary>
    Complete = 1,
    Partial = 2,

    /// <summary>Nothing could be judged: not clean.</summary>
    Unchecked = 3,
}

/// <param name="Code">Stable, e.g. "release_missing".</param>
/// <param name="Message">Chinese, for the screen.</param>
/// <param name="Subject">The rule or order it is about.</param>
public sealed record StateReason(string Code, string Message, string? Subject = null);

/// <summary>What is asked: orders of one encounter at one stage.</summary>
/// <param name="MaxCards">At most so many unfolded findings; the rest are marked more. 0: as the release has it for the reader.</param>
public sealed record CheckRequest(IReadOnlyList<Order> Orders, Stage Stage, int MaxCards = 0)
{
    /// <summary>Where the release says nothing.</summary>
    public const int DefaultMaxCards = 10;

    /// <summary>The encounter as a whole is asked about, at registration or before discharge; there are no orders.</summary>
    public bool IsOfEncounter => Stage is Stage.Registration or Stage.Discharge;

    /// <summary>Whose eyes the answer is for; null: everybody's.</summary>
    public Role? Reader { get; init; }

    /// <summary>Keys of findings that the doctor has seen, at drafting say: they come back folded, not absent.</summary>
    public IReadOnlyCollection<string> ShownBefore { get; init; } = [];
}

/// <summary>What the rules and the budget say.</summary>
public sealed record CheckAnswer
{
    public required string CheckId { get; init; }
    public required CheckState State { get; init; }
    public IReadOnlyList<StateReason> StateReasons { get; init; } = [];

    /// <summary>Worst first.</summary>
    public IReadOnlyList<Finding> Findings { get; init; } = [];

    /// <summary>Found, but for other roles than the reader's: counted in the answer, listed for them when it is recorded.</summary>
    public IReadOnlyList<Finding> Routed { get; init; } = [];

    /// <summary>Which of <see cref="CheckRequest.ShownBefore"/> were found again: with these alone the answer is the same.</summary>
    public IReadOnlyList<string> ShownBefore { get; init; } = [];
    public IReadOnlyList<Flag> Flags { get; init; } = [];
    public BudgetProgress? BudgetBefore { get; init; }
    public BudgetProgress? BudgetAfter { get; init; }
    public Money? OwnShare { get; init; }
    public int UndeterminedCount { get; init; }

    /// <summary>Which rules could not tell, shown or not, and for want of what.</summary>
    public IReadOnlyList<BlindRule> Blind { get; init; } = [];
    public int FoldedCount { get; init; }
    public long ReleaseNumber { get; init; }
    public string ReleaseHash { get; init; } = "";
    public long DictionaryNumber { get; init; }
    public long LedgerSequence { get; init; }

    /// <summary>The version of the patient's other encounters that were in view; 0 where they were not known.</summary>
    public long HistoryVersion { get; init; }
    public DateTimeOffset EvaluatedAt { get; init; }
    public long ElapsedMicros { get; init; }

    /// <summary>Orders that were known, or checked, under these ids and are another by now: whatever was said of them is not of these.</summary>
    public IReadOnlyList<string> ChangedOrderIds { get; init; } = [];
}
