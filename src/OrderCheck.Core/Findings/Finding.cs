using OrderCheck.Core.Amounts;
using OrderCheck.Core.Identity;

namespace OrderCheck.Core.Findings;

/// <summary>明确违规, 可疑, 提醒.</summary>
public enum Severity
{
    Violation = 1,
    Suspicion = 2,
    Reminder = 3,
}

/// <summary>提示, 需填理由, 拦截. Separate from <see cref="Severity"/>.</summary>
public enum Response
{
    Inform = 1,
    Justify = 2,
    Block = 3,
}

/// <summary>Switched separately.</summary>
public enum Domain
{
    Payment = 1,
    Price = 2,
    Safety = 3,
    Coding = 4,
    Conduct = 5,
    Money = 6,
}

/// <summary>One side of a finding: the order or charge and its item.</summary>
public sealed record Party(string? OrderId, string? ChargeId, string? ItemCode, string? ItemName, DateTimeOffset? At);

/// <summary>A fact that the rule compared, as the reader sees it.</summary>
/// <param name="Name">In the rule's vocabulary, "patient.Sex".</param>
/// <param name="Label">Chinese.</param>
public sealed record ComparedFact(string Name, string Label, string Value);

/// <summary>One rule's verdict on an order or charge (提示).</summary>
public sealed record Finding
{
    /// <summary>Same rule, row, encounter and content: same key. 32 hexadecimal digits.</summary>
    public required string Key { get; init; }
    public required string Rule { get; init; }
    public required string Title { get; init; }
    public string? OfficialRuleName { get; init; }
    public string? OfficialRuleCode { get; init; }
    public required string Family { get; init; }
    public required Domain Domain { get; init; }
    public required Severity Severity { get; init; }
    public required Response Response { get; init; }

    /// <summary>Chinese sentence with this patient's facts in it.</summary>
    public required string Message { get; init; }

    /// <summary>The limit's official sentence.</summary>
    public string? OfficialText { get; init; }
    public string? Basis { get; init; }
    public Party? Offender { get; init; }
    public Party? Counterpart { get; init; }
    public IReadOnlyList<ComparedFact> Facts { get; init; } = [];
    public Money? Amount { get; init; }
    public IReadOnlyList<DecisionKind> AllowedDecisions { get; init; } = [];

    /// <summary>An input the rule needs is missing: counted and shown, never a pass.</summary>
    public bool Undetermined { get; init; }

    /// <summary>By their names in the rules' vocabulary ("patient.Sex"); of prose its class, of an order its gap.</summary>
    public IReadOnlyList<string> MissingInputs { get; init; } = [];

    /// <summary>The same in Chinese, as a reader is told, one for each.</summary>
    public IReadOnlyList<string> MissingLabels { get; init; } = [];
    public bool Folded { get; init; }
    public bool More { get; init; }
    public bool Trial { get; init; }

    /// <summary>Other orders of the same call with the same finding; of judged charges, the other charges.</summary>
    public IReadOnlyList<string> AlsoOrderIds { get; init; } = [];

    /// <summary>The other findings on this card; empty where it is one alone.</summary>
    public IReadOnlyList<MergedFinding> Also { get; init; } = [];

    /// <summary>Null where the release has no tiers.</summary>
    public Tier? Tier { get; init; }

    /// <summary>The roles it is for; empty: everybody.</summary>
    public IReadOnlyList<Role> For { get; init; } = [];

    /// <summary>All that a decision on this card decides.</summary>
    public IEnumerable<string> AllKeys() => Also.Select(one => one.Key).Prepend(Key);

    public bool IsFor(Role role) => For.Count == 0 || For.Contains(role);

    /// <summary>The key of the same rule's finding on the order that the charge carries out; null where none is judged or known.</summary>
    internal string? OrderKey { get; init; }

    /// <summary>What was promised when it was found before; null where nothing was, and before discharge.</summary>
    internal PromiseMade? Promise { get; init; }

    /// <summary>Heavier comes first; from the release's tiers.</summary>
    internal int Weight { get; init; }

    /// <summary>The rule, the person and both items, whichever of them is judged; null where no other item is named.</summary>
    internal string? Pair { get; init; }

    /// <summary>Found from the side that the publication names second.</summary>
    internal bool Mirrored { get; init; }
}

/// <summary>标识: a badge in the order's row, no answer asked.</summary>
public sealed record Flag(string Kind, string Text, string? OrderId, string? ItemCode, Money? Amount);
