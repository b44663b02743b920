/**
 * Stand-ins for the native components that our pages use. The compiled tags are renamed to 'wx-…' so that they can be
 * custom elements; raw attribute values reach `propChanged`.
 */
export const NATIVE_TAGS = [
  'view',
  'text',
  'button',
  'input',
  'textarea',
  'image',
  'scroll-view',
  'canvas',
  'page-meta',
  'navigation-bar',
  'root-portal',
];

/** How the platform draws these elements before any style of ours. */
export const NATIVE_STYLE = `
html, body { margin: 0; }
page, wx-view, wx-scroll-view, wx-button, wx-input, wx-textarea, wx-canvas { display: block; box-sizing: content-box; }
wx-page-meta, wx-navigation-bar { display: none; }
wx-text { white-space: pre-line; }
wx-button { position: relative; box-sizing: border-box; margin: 0 auto; padding: 0 14px; font-size: 18px; line-height: 2.55555556; text-align: center; border-radius: 5px; background: #f8f8f8; color: #000; overflow: hidden; }
wx-button::after { content: ' '; position: absolute; inset: 0; border: 1px solid rgba(0, 0, 0, 0.2); border-radius: 5px; pointer-events: none; }
wx-input, wx-textarea { overflow: hidden; }
wx-input > input, wx-textarea > textarea { box-sizing: border-box; width: 100%; height: 100%; margin: 0; padding: 0; border: 0; outline: 0; background: transparent; color: inherit; font: inherit; resize: none; }
wx-canvas > canvas { display: block; width: 100%; height: 100%; }
`;

/** Runs in the browser. */
export function defineNativeElements(): void {
  const tell = (from: Element, type: string, detail: object) => from.dispatchEvent(new CustomEvent(type, { detail }));

  abstract class Field extends HTMLElement {
    readonly field = document.createElement(this.kind());
    abstract kind(): 'input' | 'textarea';
    connectedCallback() {
      if (this.field.parentElement === this) return;
      this.appendChild(this.field);
      this.field.addEventListener('input', event => {
        event.stopPropagation();
        tell(this, 'input', { value: this.field.value, cursor: this.field.selectionStart });
      });
      this.field.addEventListener('focus', () => tell(this, 'focus', { value: this.field.value }));
      this.field.addEventListener('blur', () => tell(this, 'blur', { value: this.field.value }));
      this.field.addEventListener('keydown', event => {
        if ((event as KeyboardEvent).key === 'Enter') tell(this, 'confirm', { value: this.field.value });
      });
    }
    propChanged(name: string, value: unknown) {
      if (name === 'value' && this.field.value !== String(value)) this.field.value = String(value);
      else if (name === 'placeholder') this.field.placeholder = String(value);
      else if (name === 'maxlength' && Number(value) >= 0) this.field.maxLength = Number(value);
      else if (name === 'disabled') this.field.disabled = value === true || value === 'true';
    }
  }
  customElements.define(
    'wx-input',
    class extends Field {
      kind() {
        return 'input' as const;
      }
    },
  );
  customElements.define(
    'wx-textarea',
    class extends Field {
      kind() {
        return 'textarea' as const;
      }
    },
  );

  customElements.define(
    'wx-button',
    class extends HTMLElement {
      openType = '';
      connectedCallback() {
        // What WeChat does by itself when such a button is tapped; the code comes from the phone outside.
        this.addEventListener('click', () => {
          if (this.openType !== 'getPhoneNumber') return;
          void window.__phoneNumber().then(detail => tell(this, 'getphonenumber', detail));
        });
      }
      propChanged(name: string, value: unknown) {
        if (name === 'open-type') this.openType = String(value);
      }
    },
  );

  customElements.define(
    'wx-canvas',
    class extends HTMLElement {
      readonly canvas = document.createElement('canvas');
      connectedCallback() {
        if (this.canvas.parentElement !== this) this.appendChild(this.canvas);
      }
    },
  );

  customElements.define(
    'wx-page-meta',
    class extends HTMLElement {
      propChanged(name: string, value: unknown) {
        if (name === 'root-font-size' && typeof value === 'string' && value !== '') document.documentElement.style.fontSize = value;
      }
    },
  );
}
