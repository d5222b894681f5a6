using OrderCheck.Core.Amounts;
using OrderCheck.Core.Charges;
using OrderCheck.Core.Encounters;
using OrderCheck.Core.Simulation;

namespace OrderCheck.Cli.Morning;

/// <summary>A demo inpatient as the doctor knows them: from the same simulation that the demo server's patients come from.</summary>
internal sealed record MorningPatient
{
    public required string VisitNumber { get; init; }
    public required Sex Sex { get; init; }
    public required int Age { get; init; }

    /// <summary>职工 or 居民.</summary>
    public required string Insurance { get; init; }
    public required string Department { get; init; }
    public required string DepartmentName { get; init; }
    public required string Doctor { get; init; }
    public required string Diagnosis { get; init; }

    /// <summary>Charged so far.</summary>
    public required Money Total { get; init; }
    public required Money StandardCost { get; init; }

    public string Describe() =>
        $"{VisitNumber} · {(Sex == Sex.Male ? "男" : "女")} {Age}岁 · {Insurance}医保 · {DepartmentName} · {Diagnosis}";

    public static MorningPatient Of(SimulatedEncounter encounter, Func<string, string> insuranceOf, DateTimeOffset now)
    {
        var facts = encounter.Writes.SelectMany(write => write.Facts).ToList();
        var stay = facts.OfType<Admitted>().Single().Stay;
        var born = stay.BirthTime!.Value;
        var total = facts.OfType<Charge>().Aggregate(Money.Zero, (sum, charge) => sum + charge.Amount);
        return new MorningPatient
        {
            VisitNumber = encounter.VisitNumber,
            Sex = stay.Sex!.Value,
            Age = now.Year - born.Year - (now.DayOfYear < born.DayOfYear ? 1 : 0),
            Insurance = insuranceOf(stay.InsuType!),
            Department = stay.Department!,
            DepartmentName = SimulatedDepartment.All.First(department => department.Code == stay.Department).Name,
            Doctor = stay.AttendingDoctor!,
            Diagnosis = facts.OfType<DiagnosisRecorded>().First(diagnosis => diagnosis.Principal).Name!,
            Total = total,
            StandardCost = facts.OfType<BudgetGiven>().SingleOrDefault()?.StandardCost ?? Money.Zero,
        };
    }
}
