namespace OrderCheck.Core.Encounters;

/// <summary>How the stay is paid from a moment on, until the next period.</summary>
/// <param name="InsuType">NHSA insutype, or "self_pay".</param>
public readonly record struct InsurancePeriod(DateTimeOffset From, string InsuType);
