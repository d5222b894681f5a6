namespace OrderCheck.Ledger.Wire;

/// <summary>What was done to orders; on the wire it is the method that was called.</summary>
public enum OrderActionKind
{
    Verify = 1,
    Return = 2,
    Execute = 3,
    Stop = 4,
    Cancel = 5,
}
