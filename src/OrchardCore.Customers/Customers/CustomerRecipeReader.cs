using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Localization;
using OrchardCore.ContentManagement;
using OrchardCore.Customers.Addresses;
using OrchardCore.Customers.Groups;
using OrchardCore.Customers.Shared;
using OrchardCore.Infrastructure;
using OrchardCore.Modules;
using OrchardCore.Settings;

namespace OrchardCore.Customers;

/// <summary>Fills customers from the rows of a recipe: texts, and in JSON also what has parts of its own.</summary>
internal sealed class CustomerRecipeReader(
    CustomerFields fields,
    ISiteService siteService,
    ICustomerGroupManager groups,
    IClock clock,
    ILocalClock localClock,
    IStringLocalizer<CustomerRecipeReader> S)
{
    private const string Source = "Recipe";
    private const string DateFormat = "yyyy-MM-dd";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    /// <summary>Writes the values of a row, by the names of <see cref="CustomerPart"/> properties in any case, into a new customer.</summary>
    public async Task<Result> FillAsync(ContentItem customer, IReadOnlyDictionary<string, JsonNode?> row)
    {
        var part = customer.GetOrCreate<CustomerPart>();
        var addresses = new AddressRows();
        var errors = new List<ResultError>();

        foreach (var (name, value) in row.Where(pair => pair.Value is not null && !string.IsNullOrWhiteSpace(pair.Value.ToString())))
        {
            var error = !AddressRows.IsField(name) ? await FillAsync(part, name, value!)
                : addresses.TryFill(name, Text(value!)) ? null
                : NoValue(name, value!);

            if (error is not null)
            {
                errors.Add(new ResultError { Key = name, Message = error });
            }
        }

        part.Apply();
        addresses.ApplyTo(customer);

        return errors.Count == 0 ? Result.Success() : Result.Failed([.. errors]);
    }

    /// <summary>What is wrong with a value; <see langword="null"/> when it was read.</summary>
    private async Task<LocalizedString?> FillAsync(CustomerPart part, string name, JsonNode value)
    {
        try
        {
            return name.ToUpperInvariant() switch
            {
                "DATEOFBIRTH" => ReadDate(value) is { } date ? Write(() => part.DateOfBirth = date) : NoValue(),
                "STATUS" => ReadStatus(value) is { } status ? Write(() => part.Status = status) : NoValue(),
                "CUSTOMID" => Write(() => part.CustomId = value.ToString()),
                "SITES" => Write(() => part.Sites = Several(value)),
                "GROUPS" => await FillGroupsAsync(part, value),
                "HOLD" => await ReadHoldAsync(value) is { } hold ? Write(() => part.Hold = hold) : NoValue(),
                "CONSENTS" => await FillConsentsAsync(part, value),
                "BUSINESS" => value.Deserialize<CustomerBusiness>(Json) is { } business ? Write(() => part.Business = business) : NoValue(),
                "REFERENCES" => Write(() => part.References = [.. value.AsObject().Select(pair => new CustomerReference { Key = pair.Key, Value = pair.Value?.ToString() })]),
                _ when FindText(name) is { } field => Write(() => field.Write(part, value.ToString())),
                _ => S["There is no field “{0}”.", name],
            };
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // An object where a text is expected, or the other way round.
            return NoValue();
        }

        static LocalizedString? Write(Action write)
        {
            write();

            return null;
        }

        LocalizedString NoValue() => this.NoValue(name, value);
    }

    private LocalizedString NoValue(string name, JsonNode value) => S["“{0}” is no value for {1}.", Text(value), name];

    private static string Text(JsonNode value) => value is JsonValue ? value.ToString() : value.ToJsonString();

    private CustomerTextField? FindText(string name)
        => fields.Texts.Concat(fields.Choices).FirstOrDefault(text => text.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    private async Task<LocalizedString?> FillGroupsAsync(CustomerPart part, JsonNode value)
    {
        var known = (await groups.ListAsync()).Select(CustomerGroupManager.Name).ToDictionary(group => group.Code, group => group.Id, StringComparer.OrdinalIgnoreCase);
        var codes = Several(value);
        part.Groups = [.. codes.Where(known.ContainsKey).Select(code => known[code])];

        return codes.FirstOrDefault(code => !known.ContainsKey(code)) is { } unknown ? S["There is no customer group with the code “{0}”.", unknown] : null;
    }

    private async Task<LocalizedString?> FillConsentsAsync(CustomerPart part, JsonNode value)
    {
        var settings = await siteService.GetSettingsAsync<CustomerSettings>();
        var consents = value is JsonObject answers
            ? answers.Select(pair => (pair.Key, IsGiven: pair.Value?.GetValue<bool>() ?? throw new JsonException($"{pair.Key} is neither given nor refused.")))
            : Several(value).Select(channel => (Key: channel, IsGiven: true));

        foreach (var (name, isGiven) in consents)
        {
            if (Array.Find(settings.ConsentChannels, channel => channel.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } channel)
            {
                return S["This site notifies nobody by “{0}”; the customer settings name the ways.", name];
            }

            part.SetConsent(channel, isGiven, clock.UtcNow, Source);
        }

        return null;
    }

    /// <summary>A reason, or an object of <c>Reason</c> and <c>Until</c>, the last day.</summary>
    private async Task<CustomerHold?> ReadHoldAsync(JsonNode value)
    {
        if (value is not JsonObject hold)
        {
            return new CustomerHold { Reason = value.ToString() };
        }

        var last = hold["Until"] is { } until ? ReadDate(until) : null;

        return hold["Until"] is not null && last is null
            ? null
            : new CustomerHold { Reason = hold["Reason"]?.ToString(), UntilUtc = last is { } day ? await localClock.EndOfDayAsync(day) : null };
    }

    private static CustomerStatus? ReadStatus(JsonNode value)
        => Enum.TryParse<CustomerStatus>(value.ToString(), ignoreCase: true, out var status) && Enum.IsDefined(status) ? status : null;

    private static DateOnly? ReadDate(JsonNode value)
        => DateOnly.TryParseExact(value.ToString(), DateFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) ? date : null;

    /// <summary>The texts of an array, or of one text with semicolons between, as in a CSV file.</summary>
    private static string[] Several(JsonNode value) => value is JsonArray array
        ? [.. array.Select(item => item?.ToString()).OfType<string>()]
        : value.ToString().Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
}
