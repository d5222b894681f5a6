namespace OrderCheck.Core.Catalogue;

/// <summary>How often an order is carried out.</summary>
/// <param name="Code">The HIS's abbreviation, "bid".</param>
/// <param name="Name">每日两次.</param>
/// <param name="Times">Executions in a period; 1 for once.</param>
/// <param name="PeriodDays">Days of a period: 1 daily, 2 every other day, 7 weekly; 0: once only (st).</param>
/// <param name="EveryHours">Hours between executions, 8 of q8h; null where they are spread over the day.</param>
public sealed record Frequency(string Code, string Name, int Times, int PeriodDays, int? EveryHours, string? Source);
