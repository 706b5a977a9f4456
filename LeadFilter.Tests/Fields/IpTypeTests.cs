using System.Net;
using FsCheck;
using FsCheck.Fluent;
using LeadFilter.Core.Fields.Web;

namespace LeadFilter.Tests.Fields;

[TestClass]
public sealed class IpTypeTests
{
    [TestMethod]
    [DataRow("8.8.8.8", "8.8.8.8")]
    [DataRow(" 8.8.8.8 ", "8.8.8.8")]
    [DataRow("8.8.8.8\0", "8.8.8.8")]
    [DataRow("\uFF18.8.8&#46;8", "8.8.8.8")]
    [DataRow("0.0.0.0", "0.0.0.0")]
    [DataRow("255.255.255.255", "255.255.255.255")]
    [DataRow("8.8.8.8:443", "8.8.8.8")]
    [DataRow("2606:4700:4700::1111", "2606:4700:4700::1111")]
    [DataRow("2606:4700:4700:0:0:0:0:1111", "2606:4700:4700::1111")]
    [DataRow("2001:DB8::00AB", "2001:db8::ab")]
    [DataRow("2001:db8:0:1:1:1:1:1", "2001:db8:0:1:1:1:1:1")]
    [DataRow("2001:0:0:1:0:0:0:1", "2001:0:0:1::1")]
    [DataRow("2001:db8:0:0:1:0:0:1", "2001:db8::1:0:0:1")]
    [DataRow("1:2:3:4:5:6:7::", "1:2:3:4:5:6:7:0")]
    [DataRow("::2:3:4:5:6:7:8", "0:2:3:4:5:6:7:8")]
    [DataRow("1::", "1::")]
    [DataRow("::", "::")]
    [DataRow("::1", "::1")]
    [DataRow("::ffff:8.8.8.8", "8.8.8.8")]
    [DataRow("::FFFF:808:808", "8.8.8.8")]
    [DataRow("64:ff9b::8.8.8.8", "64:ff9b::808:808")]
    [DataRow("1:2:3:4:5:6:8.8.8.8", "1:2:3:4:5:6:808:808")]
    [DataRow("[2606:4700::1]", "2606:4700::1")]
    [DataRow("[2606:4700::1]:443", "2606:4700::1")]
    public void Address_becomes_canonical(string raw, string canonical) => Assert.AreEqual(canonical, IpType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("unknown")]
    [DataRow("8.8.8")]
    [DataRow("8.8.8.8.8")]
    [DataRow("8.8.8.256")]
    [DataRow("8.8.8.08")]
    [DataRow("8.8.8.")]
    [DataRow(".8.8.8")]
    [DataRow("8.8.8.-8")]
    [DataRow("8.8.8.8 8.8.4.4")]
    [DataRow("8.8.8.8, 8.8.4.4")]
    [DataRow("8.8.8.8/32")]
    [DataRow("8.8.8.8:")]
    [DataRow("8.8.8.8:70000")]
    [DataRow("0x08.8.8.8")]
    [DataRow("134744072")]
    [DataRow("1:2:3:4:5:6:7")]
    [DataRow("1:2:3:4:5:6:7:8:9")]
    [DataRow("1:2:3:4::5:6:7:8")]
    [DataRow("1::2::3")]
    [DataRow(":::")]
    [DataRow(":1:2:3:4:5:6:7")]
    [DataRow("1:2:3:4:5:6:7:")]
    [DataRow("12345::")]
    [DataRow("g::")]
    [DataRow("8.8.8.8::")]
    [DataRow("fe80::1%eth0")]
    [DataRow("[::1")]
    [DataRow("[::1]x")]
    [DataRow("[::1]:99999")]
    public void What_is_no_address_says_so(string raw) => Assert.AreEqual("[not an IP address]", IpType.Instance.Canonical(raw));

    [TestMethod]
    [DataRow("8.8.8.8", "4", "false", "false")]
    [DataRow("10.0.0.1", "4", "true", "false")]
    [DataRow("172.15.255.255", "4", "false", "false")]
    [DataRow("172.16.0.0", "4", "true", "false")]
    [DataRow("172.31.255.255", "4", "true", "false")]
    [DataRow("172.32.0.0", "4", "false", "false")]
    [DataRow("192.168.1.1", "4", "true", "false")]
    [DataRow("192.169.1.1", "4", "false", "false")]
    [DataRow("127.0.0.1", "4", "true", "false")]
    [DataRow("169.254.1.1", "4", "true", "false")]
    [DataRow("100.63.255.255", "4", "false", "false")]
    [DataRow("100.64.0.0", "4", "true", "false")]
    [DataRow("100.127.255.255", "4", "true", "false")]
    [DataRow("100.128.0.0", "4", "false", "false")]
    [DataRow("0.1.2.3", "4", "false", "true")]
    [DataRow("192.0.0.1", "4", "false", "true")]
    [DataRow("192.0.2.1", "4", "false", "true")]
    [DataRow("192.88.99.1", "4", "false", "true")]
    [DataRow("198.51.100.1", "4", "false", "true")]
    [DataRow("203.0.113.1", "4", "false", "true")]
    [DataRow("198.17.255.255", "4", "false", "false")]
    [DataRow("198.18.0.0", "4", "false", "true")]
    [DataRow("198.19.255.255", "4", "false", "true")]
    [DataRow("198.20.0.0", "4", "false", "false")]
    [DataRow("223.255.255.255", "4", "false", "false")]
    [DataRow("224.0.0.1", "4", "false", "true")]
    [DataRow("240.0.0.1", "4", "false", "true")]
    [DataRow("255.255.255.255", "4", "false", "true")]
    [DataRow("::ffff:10.0.0.1", "4", "true", "false")]
    [DataRow("2606:4700::1", "6", "false", "false")]
    [DataRow("::1", "6", "true", "false")]
    [DataRow("fe80::1", "6", "true", "false")]
    [DataRow("febf::1", "6", "true", "false")]
    [DataRow("fc00::1", "6", "true", "false")]
    [DataRow("fdff::1", "6", "true", "false")]
    [DataRow("::", "6", "false", "true")]
    [DataRow("2001:db8::1", "6", "false", "true")]
    [DataRow("2001:db9::1", "6", "false", "false")]
    [DataRow("2001:2::1", "6", "false", "true")]
    [DataRow("3fff:fff::1", "6", "false", "true")]
    [DataRow("3fff:1000::1", "6", "false", "false")]
    [DataRow("ff02::1", "6", "false", "true")]
    [DataRow("fec0::1", "6", "false", "true")]
    [DataRow("64:ff9b::8.8.8.8", "6", "false", "false")]
    [DataRow("4000::1", "6", "false", "true")]
    public void Parts_are_read(string raw, string version, string isPrivate, string isReserved) => Assert.AreEqual(
        (version, isPrivate, isReserved),
        (IpType.Instance.Part(raw, "version"), IpType.Instance.Part(raw, "private"), IpType.Instance.Part(raw, "reserved")));

    [TestMethod]
    public void Every_address_reads_as_the_framework_reads_it() => Check.One(
        Config.QuickThrowOnFailure.WithMaxTest(2000),
        Prop.ForAll(Gen.Elements<ushort>(0, 0, 0, 1, 0xAB, 0xFFFF, 0x2001).ArrayOf(8).ToArbitrary(), groups =>
        {
            var address = new IPAddress(groups.SelectMany(group => new[] { (byte)(group >> 8), (byte)group }).ToArray());
            var written = string.Join(':', groups.Select(group => group.ToString("X4")));
            var expected = address.IsIPv4MappedToIPv6 ? address.MapToIPv4() : address;
            var canonical = IpType.Instance.Canonical(written);
            return IPAddress.Parse(canonical).Equals(expected) && IpType.Instance.Canonical(address.ToString()) == canonical;
        }));
}
