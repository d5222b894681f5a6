using OrderCheck.Core.Encounters;
using OrderCheck.Core.Hospitals;

namespace OrderCheck.Core.Simulation;

/// <summary>Who lies in the bed, of what, since when.</summary>
internal sealed record SimulatedPatient(
    int Number,
    CaseProfile Case,
    SimulatedDepartment Department,
    Sex Sex,
    DateTimeOffset BirthTime,
    DateTimeOffset AdmittedAt,
    string InsuType,
    string Doctor)
{
    /// <summary>The longest stay so far, in days.</summary>
    private const int LongestStay = 11;

    public string VisitNumber => $"ZY{Number:000000}";

    public static SimulatedPatient Create(SimulatedWard ward, int number, SimulationRandom random)
    {
        var profile = CaseProfile.All[number % CaseProfile.All.Count];
        var department = SimulatedDepartment.All.First(department => department.Code == profile.Department);
        var sex = profile.Sex ?? (random.Percent(52) ? Sex.Male : Sex.Female);
        var today = ward.TimeZone.Day(ward.Now);
        var age = random.Between(profile.YoungestAge, profile.OldestAge);
        var birthday = today.AddYears(-age).AddDays(-random.Between(20, 340));
        var admitted = ward.TimeZone.At(today.AddDays(-random.Between(1, LongestStay)), new TimeOnly(random.Between(8, 16), random.Below(60)));
        return new SimulatedPatient(
            number,
            profile,
            department,
            sex,
            ward.TimeZone.At(birthday, new TimeOnly(random.Below(24), 0)),
            admitted,
            ward.InsuType(random.Percent(60) ? "职工" : "居民"),
            random.Pick(department.Doctors));
    }
}
