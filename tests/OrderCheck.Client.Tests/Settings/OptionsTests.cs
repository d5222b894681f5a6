using OrderCheck.Client.Tests.Fakes;
using Xunit;

namespace OrderCheck.Client.Tests.Settings;

public sealed class OptionsTests
{
    public static TheoryData<string, Action<OrderCheckClientOptions>> Faulty => new()
    {
        { "Address is null", o => o.Address = null },
        { "Address is ordercheck:5081", o => o.Address = new Uri("ordercheck:5081") },
        { "Address is ftp://ordercheck/", o => o.Address = new Uri("ftp://ordercheck/") },
        { "ApiKey", o => o.ApiKey = "" },
        { "ApiKey", o => o.ApiKey = "密钥" },
        { "ApiKey", o => o.ApiKey = "a\r\nb" },
        { "Hospital is null", o => o.Hospital = null! },
        { "Seat is null", o => o.Seat = null! },
        { "TimeProvider is null", o => o.TimeProvider = null! },
        { "CheckDeadline is 00:00:00.0290000", o => o.CheckDeadline = TimeSpan.FromMilliseconds(29) },
        { "CheckDeadline is 00:00:10.0010000", o => o.CheckDeadline = TimeSpan.FromMilliseconds(10_001) },
        { "ReadDeadline", o => o.ReadDeadline = TimeSpan.Zero },
        { "WriteDeadline", o => o.WriteDeadline = TimeSpan.FromMinutes(11) },
        { "WriteAttemptDeadline", o => o.WriteAttemptDeadline = o.WriteDeadline + TimeSpan.FromTicks(1) },
        { "BatchDeadline", o => o.BatchDeadline = TimeSpan.FromMinutes(11) },
        { "WriteRetryDelay", o => o.WriteRetryDelay = TimeSpan.Zero },
        { "WriteLongestRetryDelay", o => o.WriteLongestRetryDelay = TimeSpan.FromMilliseconds(99) },
        { "WarmUpDeadline", o => o.WarmUpDeadline = -TimeSpan.FromSeconds(1) },
        { "Breaker is null", o => o.Breaker = null! },
        { "Breaker.FailureShare is 1.01", o => o.Breaker.FailureShare = 1.01m },
        { "Breaker.FailureShare is 0", o => o.Breaker.FailureShare = 0 },
        { "Breaker.LeastChecks is 1", o => o.Breaker.LeastChecks = 1 },
        { "Breaker.Window", o => o.Breaker.Window = TimeSpan.FromMilliseconds(499) },
        { "Breaker.Break", o => o.Breaker.Break = TimeSpan.FromHours(2) },
        { "CertificateAuthorities is set", o => o.CertificateAuthorities = [] },
        { "ServerCertificateValidation is set", o => o.ServerCertificateValidation = (_, _, _) => true },
    };

    [Theory]
    [MemberData(nameof(Faulty), DisableDiscoveryEnumeration = true)]
    public void A_setting_that_cannot_work_is_refused_by_name(string named, Action<OrderCheckClientOptions> change)
    {
        var options = Clients.Options();
        change(options);

        var refused = Assert.Throws<ArgumentException>(() => OrderCheckClient.Create(options));

        Assert.Contains(named, refused.Message);
    }

    [Fact]
    public void The_usual_settings_work_and_every_fault_is_named_at_once()
    {
        OrderCheckClient.Create(Clients.Options()).Dispose();
        Assert.Throws<ArgumentNullException>(() => OrderCheckClient.Create(null!));

        var refused = Assert.Throws<ArgumentException>(() => OrderCheckClient.Create(new OrderCheckClientOptions()));

        Assert.Contains("Address", refused.Message);
        Assert.Contains("ApiKey", refused.Message);
    }
}
