namespace OrderCheck.Core.Hospitals;

/// <summary>What a line of the order-to-charge map is billed for: 次, 日 or 医嘱.</summary>
public enum ChargePer
{
    Execution = 1,
    Day = 2,
    Order = 3,
}
