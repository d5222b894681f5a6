namespace OrderCheck.Core.Knowledge;

/// <summary>The item is for facilities of a level, both ends included, or of a type.</summary>
public sealed class FacilityLimit : KnowledgeRow
{
    private readonly string[] _types = [];

    /// <summary>1 一级, 2 二级, 3 三级.</summary>
    public int? LowestLevel { get; init; }

    public int? HighestLevel { get; init; }

    /// <summary>The lowest level of a specialist facility, where it is another than <see cref="LowestLevel"/>: "三级医院或二级及以上专科医院".</summary>
    public int? SpecialistLevel { get; init; }

    /// <summary>综合, 专科, 中医, 基层: several are separated by 、; null: every type.</summary>
    public string? Types
    {
        get;
        init
        {
            field = value;
            _types = Words.Split(value);
        }
    }

    /// <summary>As a reader says it: "二级及以上".</summary>
    public string Range => (LowestLevel, HighestLevel) switch
    {
        ({ } lowest, { } highest) when lowest == highest => LevelName(lowest),
        ({ } lowest, { } highest) => $"{LevelName(lowest)}至{LevelName(highest)}",
        ({ } lowest, null) when SpecialistLevel is { } specialist => $"{LevelName(lowest)}及以上或{LevelName(specialist)}及以上专科",
        ({ } lowest, null) => $"{LevelName(lowest)}及以上",
        (null, { } highest) => $"{LevelName(highest)}及以下",
        _ => "",
    };

    internal override string Sameness => $"{LowestLevel}|{HighestLevel}|{Types}|{SpecialistLevel}";

    /// <summary>Whether a facility of that type may use the item.</summary>
    public bool AllowsType(string type) => _types.Length == 0 || _types.Contains(type);

    private static string LevelName(int level) => level switch
    {
        1 => "一级",
        2 => "二级",
        _ => "三级",
    };
}
