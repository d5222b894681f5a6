namespace OrderCheck.Interop.Nhsa.Reading;

/// <summary>input.data of 3101 and 3102; and child collections that stand beside their parents. In the order of <see cref="FieldLists"/>.</summary>
internal enum DataField
{
    Patients,
    TaskId,
    Scenarios,
    Data,
    Visits,
    Diagnoses,
    Lines,
    Operations,
}
