using OrderCheck.Core.Hospitals;

namespace OrderCheck.Core.Knowledge;

/// <summary>The item is for some departments only (限科室).</summary>
public sealed class DepartmentLimit : KnowledgeRow
{
    private readonly string[] _codes = [];

    /// <summary>Whose department it is: 开单 (ordering), 执行 (executing) or 所在 (where the patient lies).</summary>
    public required string Whose { get; init; }

    /// <summary>The departments in words: 重症医学科.</summary>
    public required string Departments { get; init; }

    /// <summary>Standard codes with 、; a code has its specialities in it.</summary>
    public required string DepartmentCodes
    {
        get;
        init
        {
            field = value;
            _codes = Words.Split(value);
        }
    }

    internal override string Sameness => $"{Whose}|{DepartmentCodes}";

    /// <summary>Whether the item is for that department, by its standard code.</summary>
    public bool AllowsDepartment(string? standardCode)
    {
        foreach (var code in _codes)
        {
            if (StandardDepartment.IsWithin(standardCode, code))
                return true;
        }
        return false;
    }
}
