namespace OrderCheck.Core.Knowledge;

/// <summary>
/// How far outside the stay a charge may lie (计费日期与住院时间不符): days before admission for pre-admission tests or an
/// emergency, after discharge, or during leave. Of several rows for a line the widest counts.
/// </summary>
public sealed class StayWindow : KnowledgeRow
{
    private readonly string[] _medTypes = [];

    /// <summary>入院前, 出院后 or 请假.</summary>
    public required string Side { get; init; }

    /// <summary>So many calendar days outside are still right; 0: none.</summary>
    public required int Days { get; init; }

    /// <summary>NHSA med_type codes that it holds for, separated by 、; null: all.</summary>
    public string? MedTypes
    {
        get;
        init
        {
            field = value;
            _medTypes = Words.Split(value);
        }
    }

    /// <summary>What the days are for, for the reader.</summary>
    public string? Purpose { get; init; }

    internal override string Sameness => $"{Side}|{MedTypes}";

    internal bool HoldsFor(string? medType) => MedTypes is null || (medType is not null && _medTypes.Contains(medType));
}
