namespace OrderCheck.Core.Knowledge;

/// <summary>Drugs of which a patient has no two, or no more than so many, at the same time (重复用药).</summary>
public sealed class DuplicateLimit : KnowledgeRow
{
    private readonly string[] _combined = [];
    private readonly string[] _excepted = [];

    /// <summary>同通用名: no two orders of one generic name; 同类: no more than <see cref="MaxKinds"/> generic names.</summary>
    public required string Level { get; init; }

    /// <summary>"质子泵抑制剂"; null where the level is 同通用名.</summary>
    public string? ClassName { get; init; }

    /// <summary>Generic names at the same time, at most.</summary>
    public int MaxKinds { get; init; } = 1;

    /// <summary>Compounds that hold a drug of the class, under codes of their own: codes, or prefixes with '*', separated by 、.</summary>
    public string? CombinedItems
    {
        get;
        init
        {
            field = value;
            _combined = Words.Split(value);
        }
    }

    /// <summary>Codes or prefixes that the row is not for: solvents, which every infusion has.</summary>
    public string? ExceptItems
    {
        get;
        init
        {
            field = value;
            _excepted = Words.Split(value);
        }
    }

    internal override IReadOnlyList<string> SharedWith => _combined;

    /// <summary>How many are in use at a moment; two orders overlap or do not, whatever the hour.</summary>
    internal override bool LooksAtTheHour => Level == "同类";

    internal override string Sameness => $"{Level}|{ClassName}|{MaxKinds}|{CombinedItems}|{ExceptItems}";

    internal override bool IsFor(string code) => base.IsFor(code) && !Array.Exists(_excepted, excepted => Names(excepted, code));
}
