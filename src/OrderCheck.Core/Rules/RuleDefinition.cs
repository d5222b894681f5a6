using OrderCheck.Core.Checks;
using OrderCheck.Core.Findings;
using OrderCheck.Core.Knowledge;

namespace OrderCheck.Core.Rules;

/// <summary>A rule as its file states it.</summary>
public sealed record RuleDefinition
{
    /// <summary>Unique in the release, "item-for-the-other-sex".</summary>
    public required string Name { get; init; }

    /// <summary>Chinese, what a card is headed with.</summary>
    public required string Title { get; init; }

    /// <summary>Numbers in NHSA's list of 88 rules (2025), space separated; null if none.</summary>
    public string? Nhsa { get; init; }

    /// <summary>One of <see cref="RuleFamily.All"/>.</summary>
    public required string Family { get; init; }
    public required Domain Domain { get; init; }
    public required Severity Severity { get; init; }
    public required Response Response { get; init; }
    public required IReadOnlyList<Stage> Stages { get; init; }
    public required IReadOnlyList<DecisionKind> Decisions { get; init; }

    /// <summary>The kind of knowledge whose rows are its <c>limit</c>.</summary>
    public required KnowledgeKind Knowledge { get; init; }

    /// <summary>RulesEngine's expression text.</summary>
    public required string Expression { get; init; }

    /// <summary>Chinese sentence with $(item.Name) and the like.</summary>
    public required string Message { get; init; }

    /// <summary>Document and clause that the rule rests on; the row's official text says more.</summary>
    public string? Basis { get; init; }
    public required RuleState State { get; init; }

    /// <summary>First day in force; null: always was.</summary>
    public DateOnly? EffectiveFrom { get; init; }

    /// <summary>Last day in force; null: open.</summary>
    public DateOnly? EffectiveTo { get; init; }

    /// <summary>Whether a missing input is shown to the reader or only counted.</summary>
    public bool ShowUndetermined { get; init; } = true;

    /// <summary>Draft and retired rules do not run.</summary>
    public bool Runs => State is RuleState.Shadow or RuleState.Trial or RuleState.Active;

    /// <summary>A badge in the order's row, not a finding.</summary>
    public bool IsFlag => Knowledge == KnowledgeKind.Flags;

    /// <summary>Prose that nobody has coded: the reader is reminded of the official sentence, and it counts as undetermined.</summary>
    public bool IsProse => Knowledge == KnowledgeKind.Texts;

    public bool RunsAt(Stage stage) => Stages.Contains(stage);

    /// <summary>Before discharge what was ordered and charged is judged once more by the rules of orders and charges.</summary>
    internal bool MayRunAt(Stage stage) =>
        RunsAt(stage) || (stage == Stage.Discharge && !IsFlag && (RunsAt(Stage.Charge) || RunsAt(Stage.Order)));
}
