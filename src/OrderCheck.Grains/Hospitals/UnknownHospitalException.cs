namespace OrderCheck.Grains.Hospitals;

/// <summary>The caller's hospital is not of this installation.</summary>
public sealed class UnknownHospitalException(string hospital) : Exception($"Hospital {hospital} is not known to this installation.")
{
    public string Hospital { get; } = hospital;
}
