namespace OrderCheck.Core.Knowledge;

/// <summary>The doses that the label gives for patients of an age or weight (说明书用法用量).</summary>
public sealed class DoseLimit : KnowledgeRow
{
    private readonly string[] _routes = [];

    /// <summary>g, mg, IU …: what the doses are in.</summary>
    public required string DoseUnit { get; init; }

    /// <summary>The doses are for each kilogram of body weight.</summary>
    public bool PerKg { get; init; }

    /// <summary>The doses are for each square metre of body surface.</summary>
    public bool PerM2 { get; init; }

    /// <summary>At one execution.</summary>
    public decimal? MaxSingle { get; init; }
    public decimal? MinSingle { get; init; }

    /// <summary>On a calendar day, of all orders of the drug together.</summary>
    public decimal? MaxDaily { get; init; }

    /// <summary>The least that treats, on a whole day, of all orders of the drug together.</summary>
    public decimal? MinDaily { get; init; }

    /// <summary>Both ends included.</summary>
    public int? MinAge { get; init; }
    public int? MaxAge { get; init; }

    /// <summary>岁, 月 or 天, completed.</summary>
    public required string AgeUnit { get; init; }

    /// <summary>In kilograms, included.</summary>
    public decimal? MinWeight { get; init; }

    /// <summary>In kilograms, not included.</summary>
    public decimal? MaxWeight { get; init; }

    /// <summary>The hospital's route codes that the row is for, separated by 、; null: every route.</summary>
    public string? Routes
    {
        get;
        init
        {
            field = value;
            _routes = Words.Split(value);
        }
    }

    /// <summary>Whom the row is for, as a reader says it: "12–17岁", "不足30kg"; "" where it is for everybody.</summary>
    public string Band => string.Concat(AgeBand, AgeBand.Length > 0 && WeightBand.Length > 0 ? "、" : "", WeightBand);

    internal override string Sameness =>
        $"{DoseUnit}|{PerKg}|{MaxSingle}|{MinSingle}|{MaxDaily}|{MinAge}|{MaxAge}|{AgeUnit}|{MinWeight}|{MaxWeight}|{Routes}{(PerM2 ? "|m²" : "")}{(MinDaily is { } least ? $"|≥{least}" : "")}";

    /// <summary>Body surface in m²; null where one of the two is not known, or the row does not ask for it.</summary>
    public decimal? SurfaceM2(decimal? heightCm, decimal? weightKg) =>
        PerM2 && heightCm is { } height && weightKg is { } weight ? BodySurface.M2(height, weight) : null;

    private string AgeBand => (MinAge, MaxAge) switch
    {
        ({ } min, { } max) => $"{min}–{max}{AgeUnit}",
        ({ } min, null) => $"满{min}{AgeUnit}",
        (null, { } max) => $"不超过{max}{AgeUnit}",
        _ => "",
    };

    private string WeightBand => (MinWeight, MaxWeight) switch
    {
        ({ } min, { } max) => $"{min}kg至不足{max}kg",
        ({ } min, null) => $"满{min}kg",
        (null, { } max) => $"不足{max}kg",
        _ => "",
    };

    /// <summary>Whether the row is for that route.</summary>
    public bool HasRoute(string route) => _routes.Length == 0 || Array.Exists(_routes, own => string.Equals(own, route, StringComparison.OrdinalIgnoreCase));
}
