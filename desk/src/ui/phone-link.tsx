/** A number that a desk telephone or a headset can be asked to call. */
export const PhoneLink = ({ phone }: { phone: string | null }) => (phone === null ? <>未登记</> : <a href={`tel:${phone}`}>{phone}</a>);
