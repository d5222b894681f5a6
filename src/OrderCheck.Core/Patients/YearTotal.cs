using OrderCheck.Core.Amounts;

namespace OrderCheck.Core.Patients;

/// <summary>What an encounter cost in one calendar year: charges less refunds, by when they occurred.</summary>
/// <param name="Category">NHSA med_chrgitm_type; "" where it is not known.</param>
public sealed record YearTotal(int Year, string Category, Money Amount);
