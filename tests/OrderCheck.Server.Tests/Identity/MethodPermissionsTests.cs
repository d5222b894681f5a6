using OrderCheck.Core.Identity;
using OrderCheck.Protocol.V1;
using OrderCheck.Server.Identity;
using Xunit;

namespace OrderCheck.Server.Tests.Identity;

public sealed class MethodPermissionsTests
{
    private static readonly Role[] Roles = Enum.GetValues<Role>();

    public static TheoryData<string> Methods() =>
        [.. ServicesReflection.Descriptor.Services.Concat(GroupingReflection.Descriptor.Services).SelectMany(static s => s.Methods).Select(static m => $"/{m.Service.FullName}/{m.Name}")];

    [Theory]
    [MemberData(nameof(Methods))]
    public void Every_method_of_the_contract_is_permitted_to_some_role_and_not_to_all(string method)
    {
        Assert.Contains(Roles, role => MethodPermissions.Permits(method, role));
        Assert.Contains(Roles, role => !MethodPermissions.Permits(method, role));
    }

    [Theory]
    [InlineData("/ordercheck.v1.OrderCheckService/EraseEverything")]
    [InlineData("/other.Service/CheckOrders")]
    [InlineData("")]
    public void What_is_not_listed_is_denied_to_everyone(string method) =>
        Assert.DoesNotContain(Roles, role => MethodPermissions.Permits(method, role));

    [Fact]
    public void Keys_and_hospitals_are_for_administrators_alone()
    {
        foreach (var method in new[] { "CreateApiKey", "RevokeApiKey", "PutHospital" })
            Assert.Equal([Role.Administrator], Roles.Where(role => MethodPermissions.Permits("/ordercheck.v1.AdministrationService/" + method, role)));
    }

    [Theory]
    [InlineData("OrderCheckService/GetCheck", true)]
    [InlineData("OrderCheckService/ListLate", true)]
    [InlineData("OrderCheckService/ListRuleCounts", true)]
    [InlineData("OrderCheckService/CheckOrders", false)]
    [InlineData("OrderCheckService/CheckEncounter", false)]
    [InlineData("AdministrationService/RevokeApiKey", true)]
    [InlineData("GroupingService/GroupCase", false)]
    public void What_administers_or_shows_what_was_ordered_is_audited(string method, bool audited) =>
        Assert.Equal(audited, MethodPermissions.IsAudited("/ordercheck.v1." + method));

    [Fact]
    public void A_monitor_reads_the_metrics_and_nothing_else()
    {
        Assert.Equal([Role.Administrator, Role.Monitor], Roles.Where(static role => MethodPermissions.Permits("/metrics", role)));
        Assert.DoesNotContain(Methods(), static method => MethodPermissions.Permits(method.Data, Role.Monitor));
    }

    [Fact]
    public void Many_cases_at_a_time_are_grouped_for_those_who_look_after_the_hospital()
    {
        foreach (var method in new[] { "GroupCases", "GroupStream" })
            Assert.Equal(
                [Role.His, Role.Officer, Role.Administrator],
                Roles.Where(role => MethodPermissions.Permits("/ordercheck.v1.GroupingService/" + method, role)));
        Assert.True(MethodPermissions.Permits("/ordercheck.v1.GroupingService/GroupCase", Role.Doctor));
        Assert.False(MethodPermissions.Permits("/ordercheck.v1.GroupingService/GroupCase", Role.Nurse));
    }

    [Fact]
    public void A_nurse_posts_charges_and_signs_no_orders()
    {
        Assert.True(MethodPermissions.Permits("/ordercheck.v1.OrderCheckService/PostCharges", Role.Nurse));
        Assert.False(MethodPermissions.Permits("/ordercheck.v1.OrderCheckService/SignOrders", Role.Nurse));
    }
}
