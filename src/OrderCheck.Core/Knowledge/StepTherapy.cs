namespace OrderCheck.Core.Knowledge;

/// <summary>The item is paid once its first-line items have failed or are not tolerated (限二线、阶梯用药).</summary>
public sealed class StepTherapy : CodedRow, INamesSubstances
{
    private readonly string[] _substances = [];

    /// <summary>The first-line items in words: 二甲双胍、胰岛素.</summary>
    public required string FirstLine
    {
        get;
        init
        {
            field = value;
            _substances = Words.Split(value);
        }
    }

    /// <summary>Their codes and code prefixes (ending in '*') as a reader sees them.</summary>
    public string FirstLineCodes => string.Join(Words.Separator, Codes);

    /// <summary>Within how many days before this use one of them must have been used.</summary>
    public required int WithinDays { get; init; }

    /// <summary>Diagnoses that document that the first line is not tolerated (Z88.0, T88.7); null where the row names none.</summary>
    public string? IntoleranceCodes => Intolerance?.Text;

    internal string[] Codes { get; init; } = [];

    internal CodeRanges? Intolerance { get; init; }

    IReadOnlyList<string> INamesSubstances.Substances => _substances;

    internal override string Sameness => $"{FirstLineCodes}|{WithinDays}|{IntoleranceCodes}";
}
