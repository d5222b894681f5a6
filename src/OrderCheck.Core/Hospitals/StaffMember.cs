namespace OrderCheck.Core.Hospitals;

/// <summary>Who signs orders.</summary>
/// <param name="Code">The hospital's staff code, as orders name it.</param>
/// <param name="Title">One of <see cref="DoctorTitle.All"/>.</param>
/// <param name="Licences">Of <see cref="Licence.All"/>.</param>
/// <param name="Department">The hospital's code of the department; null where it is not known.</param>
public sealed record StaffMember(string Code, string Title, IReadOnlyList<string> Licences, string? Department) : EffectiveRow
{
    public bool Holds(string licence)
    {
        foreach (var held in Licences)
        {
            if (Licence.Covers(held, licence))
                return true;
        }
        return false;
    }
}
