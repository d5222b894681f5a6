namespace OrderCheck.Core.Simulation;

/// <summary>What an item is for, in an inpatient's history.</summary>
internal enum ItemGroup
{
    Bed,
    Nursing,
    Consultation,
    Laboratory,
    Examination,
    Treatment,
    Operation,
    Drug,
    Consumable,
}
