using System.Net;
using FluentValidation;
using PhoneNumbers;

namespace LeadFilter.TeamProgram.Validation;

/// <summary>Twenty rules of the sample campaign. An error's code is the reason code.</summary>
public sealed class LeadValidator : AbstractValidator<ParsedLead>
{
    private static readonly HashSet<string> States = new(
        ["AZ", "CA", "CO", "FL", "MA", "NJ", "NV", "TX"], StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Disposable = new(
        ["mailinator.com", "yopmail.com", "trashmail.com", "guerrillamail.com", "10minutemail.com", "sharklasers.com"],
        StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Roles = new(
        ["info", "admin", "sales", "support", "office", "contact", "webmaster", "postmaster", "billing", "hr", "noreply"],
        StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> MadeUp = new(
        ["test", "tester", "testing", "none", "na", "noemail", "fake", "example", "nobody", "anonymous", "asdf", "abc", "qwe", "xxx"],
        StringComparer.OrdinalIgnoreCase);
    private static readonly HashSet<string> Yes = new(["yes", "true", "1", "y", "own", "owner", "on"], StringComparer.OrdinalIgnoreCase);
    private static readonly string[] Bots = ["headless", "bot/", "curl/", "python-requests", "crawler", "spider"];
    private static readonly string[] Unsuitable =
    [
        "apartment", "apt", "condo", "mobile", "manufactured", "trailer", "commercial", "business",
    ];

    public LeadValidator()
    {
        RuleFor(lead => lead).Must(lead => lead.Phone is not null || IsEmail(lead.Email)).WithErrorCode("uncontactable");
        RuleFor(lead => lead)
            .Must(lead => !string.IsNullOrWhiteSpace(lead.Form.FirstName) && !string.IsNullOrWhiteSpace(lead.Form.LastName))
            .WithErrorCode("missing_name");
        RuleFor(lead => lead.Phone).Must(phone => !IsFictitious(phone)).WithErrorCode("fake_phone");
        RuleFor(lead => lead.Phone).NotNull().When(lead => !string.IsNullOrWhiteSpace(lead.Form.Phone)).WithErrorCode("invalid_phone");
        RuleFor(lead => lead.PhoneType).NotEqual(PhoneNumberType.TOLL_FREE).WithErrorCode("toll_free_phone");
        RuleFor(lead => lead.PhoneType).NotEqual(PhoneNumberType.PREMIUM_RATE).WithErrorCode("premium_phone");
        RuleFor(lead => lead.Email).EmailAddress().When(lead => !string.IsNullOrEmpty(lead.Email)).WithErrorCode("invalid_email");
        RuleFor(lead => lead.Email).Must(email => !Disposable.Contains(DomainOf(email))).WithErrorCode("disposable_email");
        RuleFor(lead => lead.Email).Must(email => !Roles.Contains(UserOf(email))).WithErrorCode("role_email");
        RuleFor(lead => lead.Email).Must(email => !MadeUp.Contains(UserOf(email))).WithErrorCode("fake_email");
        RuleFor(lead => lead.Form.UserAgent)
            .Must(agent => agent is null || !Array.Exists(Bots, bot => agent.Contains(bot, StringComparison.OrdinalIgnoreCase)))
            .WithErrorCode("bot");
        RuleFor(lead => lead.Form.SecondsOnForm).GreaterThanOrEqualTo(3).WithErrorCode("form_too_fast");
        RuleFor(lead => lead.Form.PageViews).GreaterThanOrEqualTo(1).WithErrorCode("no_page_views");
        RuleFor(lead => lead.Form.IpAddress).Must(IsPublic).When(lead => lead.Form.IpAddress is not null).WithErrorCode("unroutable_ip");
        RuleFor(lead => lead.Form.Consent).Must(consent => consent is not null && Yes.Contains(consent)).WithErrorCode("no_consent");
        RuleFor(lead => lead.Form)
            .Must(form => !string.IsNullOrWhiteSpace(form.ConsentText)
                || form.CertificateUrl?.StartsWith("https://cert.trustedform.com/", StringComparison.OrdinalIgnoreCase) == true)
            .WithErrorCode("no_consent_proof");
        RuleFor(lead => lead.Form.CreatedAt)
            .Must((lead, at) => at is { } time
                && lead.ReceivedAt - time <= TimeSpan.FromMinutes(5)
                && time - lead.ReceivedAt <= TimeSpan.FromMinutes(1))
            .WithErrorCode("too_old");
        RuleFor(lead => lead.Form.Homeowner).Must(owner => owner is null || Yes.Contains(owner)).WithErrorCode("renter");
        RuleFor(lead => lead.Form.State).Must(state => state is not null && States.Contains(state)).WithErrorCode("state_not_served");
        RuleFor(lead => lead.Form)
            .Must(form => form.MonthlyBill is not < 75
                && (form.PropertyType is not { } type
                    || !Array.Exists(Unsuitable, word => type.Contains(word, StringComparison.OrdinalIgnoreCase))))
            .WithErrorCode("property_unsuitable");
    }

    private static bool IsEmail(string? email) => email is not null && email.IndexOf('@') is > 0 and var at && at < email.Length - 1;

    private static string UserOf(string? email) => email is not null && email.IndexOf('@') is >= 0 and var at ? email[..at] : "";

    private static string DomainOf(string? email) => email is not null && email.IndexOf('@') is >= 0 and var at ? email[(at + 1)..] : "";

    private static bool IsFictitious(string? phone) =>
        phone is not null && (phone.AsSpan(2).Slice(3, 5) is "55501" || phone.AsSpan(2).IndexOfAnyExcept(phone[2]) < 0);

    private static bool IsPublic(string? text) =>
        IPAddress.TryParse(text, out var address)
        && !IPAddress.IsLoopback(address)
        && (address.GetAddressBytes() is not [var first, var second, ..]
            || !(first is 0 or 10 || (first == 192 && second == 168) || (first == 172 && second is >= 16 and < 32)));
}
