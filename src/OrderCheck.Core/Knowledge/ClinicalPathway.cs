namespace OrderCheck.Core.Knowledge;

/// <summary>
/// A clinical pathway of the hospital (临床路径), as medical affairs keeps it. What it asks for on each day are the rows of
/// <see cref="PathwayItem"/> with its code; a new version is a row of the same code with later dates, and so are its items.
/// </summary>
public sealed class ClinicalPathway : KnowledgeRow
{
    /// <summary>A patient is on it once the HIS says so, and not before.</summary>
    public const string ByEvent = "事件";

    /// <summary>A patient whose encounter was given one of <see cref="Groups"/> is on it, whoever said so or not.</summary>
    public const string ByGroup = "病组";

    /// <summary>A patient with a principal diagnosis of <see cref="Principals"/> is on it.</summary>
    public const string ByDiagnosis = "诊断";

    private readonly string[] _groups = [];

    /// <summary>The hospital's code of it, as the HIS reports it.</summary>
    public required string Pathway { get; init; }

    public required string Name { get; init; }

    /// <summary>"2026年版"; null where the hospital does not number them.</summary>
    public string? Version { get; init; }

    /// <summary>DRG or DIP groups that it is for, separated by 、; null where it names none.</summary>
    public string? Groups
    {
        get;
        init
        {
            field = value;
            _groups = Words.Split(value);
        }
    }

    /// <summary>ICD-10 codes of the principal diagnoses that it is for, as a reader sees them; null: any.</summary>
    public string? Principals => Diagnoses?.Text;

    /// <summary>ICD-9-CM-3 codes of the operation whose day its items may count from; null where none does.</summary>
    public string? Operations => Procedures?.Text;

    /// <summary><see cref="ByEvent"/>, <see cref="ByGroup"/> or <see cref="ByDiagnosis"/>.</summary>
    public required string EnrolledBy { get; init; }

    internal CodeRanges? Diagnoses { get; init; }

    internal CodeRanges? Procedures { get; init; }

    internal override string Sameness => Pathway;

    internal bool IsForGroup(string group) => Array.IndexOf(_groups, group) >= 0;
}
