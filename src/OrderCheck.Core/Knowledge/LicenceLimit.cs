using OrderCheck.Core.Hospitals;

namespace OrderCheck.Core.Knowledge;

/// <summary>Who may sign an order for the item: a licence, a title, a specialist (分级使用、限专、限二专).</summary>
public sealed class LicenceLimit : KnowledgeRow
{
    private readonly string[] _specialities = [];

    /// <summary>One of <see cref="Licence.All"/>; null: none is needed.</summary>
    public string? NeededLicence { get; init; }

    /// <summary>What is needed is the category in which one practises, of who does it, not a right to prescribe.</summary>
    public bool OfPractice => NeededLicence == Licence.TcmPractice;

    /// <summary>One of <see cref="DoctorTitle.All"/>; null: every title.</summary>
    public string? LowestTitle { get; init; }

    /// <summary>The specialists in words: 内分泌科; null: every doctor.</summary>
    public string? Specialists { get; init; }

    /// <summary>Standard codes of the specialists' departments with 、; a code has its specialities in it.</summary>
    public string? SpecialityCodes
    {
        get;
        init
        {
            field = value;
            _specialities = Words.Split(value);
        }
    }

    /// <summary>The facility's lowest level (限二专: 2); null: every level.</summary>
    public int? LowestLevel { get; init; }

    /// <summary>As a reader says it: "（二级及以上医疗机构）"; "" for every level.</summary>
    public string LevelText => LowestLevel switch
    {
        2 => "（二级及以上医疗机构）",
        3 => "（三级医疗机构）",
        _ => "",
    };

    internal override string Sameness => $"{NeededLicence}|{LowestTitle}|{SpecialityCodes}|{LowestLevel}";

    public bool AllowsTitle(string title) => LowestTitle is null || DoctorTitle.IsAtLeast(title, LowestTitle);

    /// <summary>Whether a doctor of that department, by its standard code, is such a specialist.</summary>
    public bool AllowsSpeciality(string? standardCode)
    {
        foreach (var code in _specialities)
        {
            if (StandardDepartment.IsWithin(standardCode, code))
                return true;
        }
        return _specialities.Length == 0;
    }
}
