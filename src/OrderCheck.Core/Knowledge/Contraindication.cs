namespace OrderCheck.Core.Knowledge;

/// <summary>The item is not, or only with care, for patients with a diagnosis, a pregnancy or an allergy (禁忌症、妊娠哺乳期用药、过敏).</summary>
public sealed class Contraindication : CodedRow, INamesDiagnoses, INamesSubstances
{
    private readonly string[] _states = [];

    /// <summary>禁用 or 慎用.</summary>
    public required string Degree { get; init; }

    /// <summary>The ground in words: 活动性消化道溃疡或出血, 妊娠期, 青霉素过敏.</summary>
    public required string Ground { get; init; }

    /// <summary>ICD-10 codes, prefixes and ranges; null where the ground is no diagnosis.</summary>
    public string? IcdCodes => Icd?.Text;

    /// <summary>妊娠, 哺乳 or both with 、; null where the ground is neither.</summary>
    public string? Pregnancy
    {
        get;
        init
        {
            field = value;
            _states = Words.Split(value);
        }
    }

    /// <summary>Substances by code or name with 、, or 本品: whatever the item itself is; null where the ground is no allergy.</summary>
    public string? Allergens { get; init; }

    internal CodeRanges? Icd { get; init; }

    internal string[] Substances { get; init; } = [];

    CodeRanges? INamesDiagnoses.Icd => Icd;

    CodeRanges? INamesDiagnoses.Tcm => null;

    IReadOnlyList<string> INamesSubstances.Substances => Substances;

    internal override string Sameness => $"{Degree}|{IcdCodes}|{Pregnancy}|{Allergens}";

    /// <summary>Whether the row is about a patient in that state: 妊娠, 哺乳 or 无.</summary>
    public bool HoldsIn(string state) => _states.Contains(state);
}
