namespace OrderCheck.Core.Encounters;

/// <summary>NHSA gend: 1 male, 2 female, 0 unknown, 9 not stated or indeterminate. Sex rules apply to 男 and 女 only.</summary>
public enum Sex
{
    Unknown = 0,
    Male = 1,
    Female = 2,
    Indeterminate = 9,
}
