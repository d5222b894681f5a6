namespace OrderCheck.Core.Settlement;

/// <summary>
/// 医疗保障基金结算清单 as the hospital has it ready (the form and its filling: 医保办发〔2021〕34号). Only what rules compare is
/// kept; of names, numbers and addresses no more than that they are filled in.
/// </summary>
public sealed record SettlementList
{
    public required ListedPatient Patient { get; init; }
    public required ListedStay Stay { get; init; }
    public required ListedMoney Money { get; init; }

    /// <summary>出院诊断, the principal one marked.</summary>
    public IReadOnlyList<ListedDiagnosis> Diagnoses { get; init; } = [];
    public IReadOnlyList<ListedProcedure> Procedures { get; init; } = [];

    /// <summary>重症监护.</summary>
    public IReadOnlyList<ListedCareUnit> CareUnits { get; init; } = [];

    /// <summary>输血.</summary>
    public IReadOnlyList<ListedBlood> Blood { get; init; } = [];

    /// <summary>收费项目明细分类.</summary>
    public IReadOnlyList<ListedCategory> Categories { get; init; } = [];

    /// <summary>NHSA's names of fields that are filled in and not kept, see <see cref="SettlementFields.Unkept"/>.</summary>
    public IReadOnlyList<string> Filled { get; init; } = [];

    /// <summary>There is no list: it was reported by mistake, or is made anew.</summary>
    public bool Withdrawn { get; init; }

    public bool Equals(SettlementList? other) =>
        other is not null
        && Patient == other.Patient && Stay == other.Stay && Money == other.Money && Withdrawn == other.Withdrawn
        && Diagnoses.SequenceEqual(other.Diagnoses) && Procedures.SequenceEqual(other.Procedures) && CareUnits.SequenceEqual(other.CareUnits)
        && Blood.SequenceEqual(other.Blood) && Categories.SequenceEqual(other.Categories) && Filled.SequenceEqual(other.Filled);

    public override int GetHashCode() => HashCode.Combine(Patient, Stay, Money, Diagnoses.Count, Procedures.Count, Categories.Count);
}
