using OrderCheck.Cli.Csv;
using CsvField = OrderCheck.Core.Tables.CsvField;

namespace OrderCheck.Cli.Nhsa;

/// <summary>One published knowledge point (知识点): a limit and the item codes that it is for.</summary>
internal sealed record KnowledgePoint
{
    public required string Id { get; init; }

    /// <summary>NHSA's name of the rule, "药品区分性别使用".</summary>
    public required string RuleClass { get; init; }

    /// <summary>NHSA's code of the rule in edition 1.0; "" where it has none.</summary>
    public required string RuleCode { get; init; }

    public required string Batch { get; init; }

    /// <summary>When the batch was published: the first day in force, since no other is given.</summary>
    public required DateOnly PublishedAt { get; init; }

    public required string ItemName { get; init; }

    public required string ConstraintText { get; init; }

    /// <summary>What NHSA says is to be detected, "使用药品的日期总计超过限制天数".</summary>
    public required string DetectLogic { get; init; }

    /// <summary>Ids of the points that this one replaces.</summary>
    public required IReadOnlyList<string> Supersedes { get; init; }

    public required bool IsSuperseded { get; init; }

    /// <summary>The document that it stands in, where it is no point of NHSA's: the national drug list.</summary>
    public string? Document { get; init; }

    /// <summary>Item codes in published order, with their positions.</summary>
    public required IReadOnlyList<CsvField> Codes { get; init; }

    /// <summary>Where it stands in the source.</summary>
    public required CsvRow Row { get; init; }
}
